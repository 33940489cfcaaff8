/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    /** SHA-256 of "view", "gate" and "act". */
    static final List<String> LINES = List.of(
            "# who may what",
            "",
            "viewer  2bcb43cbc8f6b7ef66331532881143fcbae60a879db3a8fb853f645bb24c2b3c  dashboard",
            "gateway c974e17b8e7321ce8c12983de3d0ed4a289821f579bbe0925b0181a4bc8e8d80  edge-1",
            "officer f83f07be16e270186d35b876916c461995ebc3af5b1798f898c33285a1847dbc  Jane Doe");

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(
                Samples.two(),
                new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, Tokens.parse(LINES)),
                new SampleGate().gate());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, '', 200",
        "/openapi.yaml, '', 200",
        "/v1/notices, '', 401",
        "/v1/notices, guessed, 401",
        "/v1/notices, view, 200",
        "/v1/notices, gate, 403",
        "/v1/notices, act, 200",
        "/v1/decisions, '', 401",
        "/v1/decisions, view, 403",
        "/v1/decisions, gate, 200",
        "/v1/check?organization_id=org-1, gate, 200",
        "/v1/check/ext-authz, '', 503",
        "/v1/check/ext-authz, view, 503",
        "/v1/check/ext-authz/v1/chat, gate, 200"
    })
    void eachRoleOpensItsOwnAndNobodyElseAnything(String path, String token, int status) {
        HttpRequest.Builder request = server.request(server.port(), path);

        HttpResponse<String> answer =
                server.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("www-authenticate").isPresent()).isEqualTo(status == 401);
    }

    @Test
    void aGatewayMayPassItsCallersKeyOn() {
        HttpResponse<String> answer = server.send(server.request(server.port(), "/v1/check/ext-authz")
                .header("Authorization", "Bearer a-secret-of-the-caller")
                .header("X-Whence-Token", "gate"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void healthAndMetricsAskNobody() {
        assertThat(server.manage("/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "admin 0000 x, line 1",
        "viewer abcd x, line 1",
        "'viewer 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', line 1",
        "# nobody, there is no token"
    })
    void aFileThatCannotBeUsedSaysWhereAndNotWhat(String line, String message) {
        assertThatThrownBy(() -> Tokens.parse(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("abcd");
    }
}
