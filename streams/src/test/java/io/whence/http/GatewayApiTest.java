/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Scope;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayApiTest {

    private static final String CHINA = "1.119.192.1";

    private final SampleGate sample = new SampleGate()
            .place(CHINA, "CN")
            .place("90.0.0.1", "FR")
            .refuse("org-1", Scope.LOCATION, "CN")
            .refuse("org-1", Scope.KEY, "key-1");
    private final TestServer server = new TestServer(
            Samples.two(), new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES), sample.gate());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAboutOneRequest() {
        JsonNode refused = json(server.get("/v1/check?organization_id=org-1&address=" + CHINA));
        JsonNode allowed = json(server.get("/v1/check?organization_id=org-1&address=90.0.0.1"));
        JsonNode early = json(server.get("/v1/check?organization_id=org-1&at=2024-07-20T11:59:59Z&address=" + CHINA));

        assertThat(refused).hasToString("""
                {"allow":false,"code":"unsupported_country_region_territory","notice_id":"notice-LOCATION",\
                "scope":"LOCATION","region":"CN","shadow":false,"policy_id":"openai-api"}""");
        assertThat(allowed.at("/allow").asBoolean()).isTrue();
        assertThat(early.at("/allow").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/check, organization_id",
        "/v1/check?organization_id=, organization_id",
        "/v1/check?organization_id=a&organization_id=b, organization_id",
        "/v1/check?organization_id=a&at=soon, at",
        "/v1/decisions?since=yesterday, since"
    })
    void namesTheParameterThatCannotBeUsed(String path, String parameter) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void refusesWithAStatusThatGatewaysUnderstandWhateverTheMethod(String method) {
        HttpResponse<String> answer = server.send(
                authorize("/v1/chat/completions", "org-1", CHINA).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-whence-code")).hasValue("unsupported_country_region_territory");
        assertThat(answer.headers().firstValue("x-whence-notice")).hasValue("notice-LOCATION");
        assertThat(json(answer).at("/error/code").asText()).isEqualTo("unsupported_country_region_territory");
        assertThat(json(answer).at("/error/notice_id").asText()).isEqualTo("notice-LOCATION");
    }

    @Test
    void letsPassWithAStatusThatGatewaysUnderstand() {
        HttpResponse<String> elsewhere = server.send(authorize("", "org-1", "90.0.0.1"));
        HttpResponse<String> nobody = server.send(server.request(server.port(), "/v1/check/ext-authz"));
        HttpResponse<String> byKey =
                server.send(authorize("", "org-1", "90.0.0.1").header("x-whence-key", "key-1"));

        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(elsewhere.headers().firstValue("x-whence-code")).hasValue("allowed");
        assertThat(nobody.statusCode()).isEqualTo(200);
        assertThat(byKey.statusCode()).isEqualTo(403);
    }

    @Test
    void theKillSwitchOpensTheEndpoint() {
        sample.control(ControlKind.STOP, Control.ALL, true);

        HttpResponse<String> answer = server.send(authorize("", "org-1", CHINA));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-whence-code")).hasValue("stopped");
    }

    @Test
    void givesEverythingThenNothingThenWhatIsNew() {
        HttpResponse<String> all = server.get("/v1/decisions");
        String version = json(all).at("/version").asText();
        String tag = all.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> same =
                server.send(server.request(server.port(), "/v1/decisions").header("If-None-Match", tag));
        sample.refuse("org-2", Scope.PROJECT, "proj-1");
        JsonNode news = json(server.get("/v1/decisions?since=" + version));

        assertThat(json(all).at("/full").asBoolean()).isTrue();
        assertThat(json(all).at("/fail_mode").asText()).isEqualTo("open");
        assertThat(json(all).at("/ttl_seconds").asInt()).isEqualTo(604_800);
        assertThat(json(all).at("/orders")).hasSize(2);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(news.at("/full").asBoolean()).isFalse();
        assertThat(news.at("/orders")).hasSize(1);
        assertThat(news.at("/orders/0/key").asText()).isEqualTo("org-2/openai-api/PROJECT/proj-1");
        assertThat(news.at("/orders/0/expires_at").asText()).isEqualTo("2024-07-27T12:00:00Z");
    }

    private HttpRequest.Builder authorize(String path, String organizationId, String address) {
        return server.request(server.port(), "/v1/check/ext-authz" + path)
                .header("x-whence-organization", organizationId)
                .header("x-whence-address", address);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }
}
