/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Scope;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked often is answered on a shorter way, and word for word as on the long one. */
class ExpressLaneTest {

    /** A parameter that nobody reads, and that only the long way passes over. */
    private static final String THE_LONG_WAY = "&&";

    private static final String CHINA = "1.1.0.7";

    private final SampleGate sample = new SampleGate()
            .place(CHINA, "CN")
            .place("2400:1000::7", "CN")
            .place("90.0.0.1", "FR")
            .refuse("org-1", Scope.LOCATION, "CN")
            .refuse("org 1+", Scope.KEY, "key/1");
    private final TestServer server = new TestServer(
            Samples.two(),
            new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, Tokens.parse(TokensTest.LINES)),
            sample.gate());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization_id=org-1&address=1.1.0.7",
                "organization_id=org-1&address=90.0.0.1",
                "organization_id=org-1&address=2400:1000::7",
                "organization_id=org-1&address=2400%3A1000%3A%3A7",
                "organization_id=org-1&address=nowhere",
                "organization_id=org-1",
                "organization_id=org-1&",
                "organization_id=nobody&address=1.1.0.7",
                "organization_id=%20org-1%20&address=1.1.0.7",
                "organization_id=org%201%2B&api_key_id=key%2F1",
                "organization_id=org+1%2B&api_key_id=key/1&project_id=p",
                "organization_id=org-1&address=",
                "organization_id=org-1&address=1.1.0.7&address=1.1.0.7",
                "organization_id=org-1&organization_id=org-1",
                "organization_id=org-1&at=2024-07-20T11:59:59Z&address=1.1.0.7",
                "organization_id=org-1&at=soon",
                "organization_id=%20",
                "address=1.1.0.7",
                "organization_id",
                "&&"
            })
    void answersAsTheLongWayDoes(String query) {
        assertThat(said(get(query))).isEqualTo(said(get(query + THE_LONG_WAY)));
    }

    @Test
    void obeysTheBrakesAsTheLongWayDoes() {
        List<String> codes = new ArrayList<>();
        for (ControlKind kind : List.of(ControlKind.STOP, ControlKind.FREEZE_REGION)) {
            String subject = kind == ControlKind.STOP ? "all" : "CN";
            sample.control(kind, subject, true);
            HttpResponse<String> answer = get("organization_id=org-1&address=" + CHINA);
            assertThat(said(answer)).isEqualTo(said(get("organization_id=org-1&address=" + CHINA + THE_LONG_WAY)));
            codes.add(answer.body().replaceAll(".*\"code\":\"(\\w+)\".*", "$1"));
            sample.control(kind, subject, false);
        }
        assertThat(codes).containsExactly("stopped", "region_frozen");
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "wrong, 401", "view, 403", "gate, 200", "act, 200"})
    void letsInWhomTheLongWayLetsIn(String token, int status) {
        String query = "organization_id=org-1&address=" + CHINA;
        HttpResponse<String> answer = server.send(asking(query, token));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(said(answer)).isEqualTo(said(server.send(asking(query + THE_LONG_WAY, token))));
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/chat", "POST, /v1/chat", "OPTIONS, ''", "PATCH, /"})
    void answersByStatusAsTheLongWayDoes(String method, String path) {
        for (String address : List.of(CHINA, "90.0.0.1")) {
            HttpResponse<String> answer = server.send(authorize(path, address, method, ""));

            assertThat(answer.statusCode()).isEqualTo(address.equals(CHINA) ? 403 : 200);
            assertThat(said(answer)).isEqualTo(said(server.send(authorize("/a%20b", address, method, ""))));
        }
    }

    @Test
    void aBodyIsReadOnTheLongWayAndChangesNothing() {
        HttpResponse<String> with = server.send(authorize("/v1/chat", CHINA, "POST", "{\"a\": 1}"));

        assertThat(with.statusCode()).isEqualTo(403);
        assertThat(said(with)).isEqualTo(said(server.send(authorize("/v1/chat", CHINA, "POST", ""))));
    }

    private HttpResponse<String> get(String query) {
        return server.send(asking(query, "gate"));
    }

    private HttpRequest.Builder asking(String query, String token) {
        HttpRequest.Builder request = server.request(server.port(), "/v1/check?" + query);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder authorize(String path, String address, String method, String body) {
        return server.request(server.port(), GatewayApi.AUTHORIZE + path)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("X-Whence-Token", "gate")
                .header("X-Whence-Organization", "org-1")
                .header("X-Whence-Address", address);
    }

    /** All of an answer but its date. An empty body is of no type. */
    private static Map<String, Object> said(HttpResponse<String> answer) {
        Map<String, Object> said = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> said.put(name.toLowerCase(Locale.ROOT), values));
        said.remove("date");
        said.remove("connection"); // closed when the body was not all there yet
        if (answer.body().isEmpty()) {
            said.remove("content-type");
        }
        said.put("status", answer.statusCode());
        said.put("body", answer.body());
        return said;
    }
}
