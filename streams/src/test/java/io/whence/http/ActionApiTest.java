/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.cases.ActionRefusal;
import io.whence.gateway.SampleGate;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionApiTest {

    private static final String ACTIONS = "/v1/organizations/org-1/actions";
    private static final String APPROVE = "{\"kind\": \"APPROVE\", \"reason_code\": \"REVIEWED\"}";

    private final SampleState state = Samples.two();
    private final TestServer server = new TestServer(
            state,
            new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, Tokens.parse(TokensTest.LINES)),
            new SampleGate().gate());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesAnActionInTheNameOfTheTokenAtTheTimeOfTheServer() {
        HttpResponse<String> answer = post(APPROVE, "act", "approve-1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("location")).hasValue(ACTIONS + "/approve-1");
        assertThat(json(answer).at("/action_id").asText()).isEqualTo("approve-1");
        JsonNode taken = Json.read(server.actions().get(0), JsonNode.class);
        assertThat(taken.at("/actor").asText()).isEqualTo("Jane Doe");
        assertThat(taken.at("/organization_id").asText()).isEqualTo("org-1");
        assertThat(taken.at("/action_id").asText()).isEqualTo("approve-1");
        assertThat(taken.at("/at").asText()).isEqualTo(SampleGate.NOON.toString());
    }

    @Test
    void givesAnActionAnIdWhereTheCallerHasNone() {
        String one = json(post(APPROVE, "act", null)).at("/action_id").asText();
        String other = json(post(APPROVE, "act", null)).at("/action_id").asText();

        assertThat(one).hasSize(36).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{}; kind",
                "[]; body",
                "{; body",
                "{\"kind\": \"APPROVE\"}; reason_code",
                "{\"kind\": \"BLESS\", \"reason_code\": \"X\"}; kind",
                "{\"kind\": \"EXEMPT\", \"reason_code\": \"X\", \"expires_at\": \"soon\"}; expires_at",
                "{\"kind\": \"APPROVE\", \"reason_code\": \"X\", \"colour\": \"red\"}; colour",
                "{\"kind\": \"APPROVE\", \"reason_code\": \"X\", \"actor\": \"Somebody Else\"}; actor",
                "{\"kind\": \"APPROVE\", \"reason_code\": \"X\", \"at\": \"2024-07-09T00:00:00Z\"}; at"
            })
    void namesTheFieldThatCannotBeUsedAndTakesNothing(String body, String field) {
        HttpResponse<String> answer = post(body, "act", null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(json(answer).at("/parameter").asText()).isEqualTo(field);
        assertThat(server.actions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "é"})
    void anIdThatCouldNotBeAPathIsRefused(String id) {
        assertThat(post(APPROVE, "act", id).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "guessed, 401", "view, 403", "gate, 403"})
    void nobodyButAnOfficerActs(String token, int status) {
        assertThat(post(APPROVE, token, null).statusCode()).isEqualTo(status);
        assertThat(server.actions()).isEmpty();
    }

    @Test
    void withoutTokensNobodyActsNotEvenOnTheLoopbackInterface() {
        try (TestServer open = new TestServer(state)) {
            HttpResponse<String> answer =
                    open.send(open.request(open.port(), ACTIONS).POST(HttpRequest.BodyPublishers.ofString(APPROVE)));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("http.tokens.file");
            assertThat(open.actions()).isEmpty();
        }
    }

    @Test
    void tellsWhatBecameOfAnAction() {
        state.memory().put("org-1", "done-1", (ActionRefusal) null);
        state.memory()
                .put(
                        "org-1",
                        "refused-1",
                        new ActionRefusal(ActionRefusal.Reason.ALREADY_APPROVED, "actor", "another officer has to"));

        assertThat(status("done-1").at("/status").asText()).isEqualTo("DONE");
        assertThat(status("other-1").at("/status").asText()).isEqualTo("NOT_SEEN");
        assertThat(status("refused-1")).hasToString("""
                {"action_id":"refused-1","organization_id":"org-1","status":"REFUSED","reason":"ALREADY_APPROVED",\
                "field":"actor","message":"another officer has to"}""");
    }

    private JsonNode status(String id) {
        return json(
                server.send(server.request(server.port(), ACTIONS + "/" + id).header("Authorization", "Bearer view")));
    }

    private HttpResponse<String> post(String body, String token, @Nullable String id) {
        HttpRequest.Builder request =
                server.request(server.port(), ACTIONS).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (id != null) {
            request.header("Idempotency-Key", id);
        }
        return server.send(request);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }
}
