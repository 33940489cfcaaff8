/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {

    private static final String CLOSING = "\r\nConnection: close\r\n\r\n";

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(Samples.two());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app.js",
                "/app.css",
                "/icon.svg",
                "/openapi.yaml",
                "/v1/notices",
                "/v1/nothing",
                "/v1/notices?limit=0"
            })
    void everyAnswerForbidsWhatAPageFromElsewhereCouldDo(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("content-security-policy"))
                .hasValue("default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " object-src 'none'");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../log4j2.xml",
                "/..%2flog4j2.xml",
                "/%2e%2e/log4j2.xml",
                "/web/../../etc/passwd",
                "/web/index.html",
                "/log4j2.xml",
                "//etc/passwd",
                "/app.js/..;/log4j2.xml",
                "/v1/organizations/..%2f..%2flog4j2.xml",
                "/%252e%252e/log4j2.xml",
                "/..%252flog4j2.xml",
                "/..\\log4j2.xml",
                "/..%5clog4j2.xml",
                "/%c0%ae%c0%ae/log4j2.xml",
                "/app.js%00.css"
            })
    void noPathLeadsToAnotherFile(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("root:", "<Configuration");
        assertThat(answer)
                .contains("application/problem+json", "Content-Security-Policy")
                .doesNotContain("Jetty", "<h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "169.254.169.254"
            })
    void onTheLoopbackInterfaceItAnswersToNoOtherName(String host) throws IOException {
        String answer = raw(asking(host));

        assertThat(answer).startsWith("HTTP/1.1 421 ").doesNotContain("notice_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void itAnswersToTheNamesOfThisMachine(String host) throws IOException {
        String answer = raw(asking(host));

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("notice_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whence.example", "WHENCE.example:8080", "10.1.2.3:8080", "[2001:db8::1]"})
    void boundToEveryAddressItAnswersToTheNamesItWasGivenAndToAddresses(String host) throws IOException {
        try (TestServer open = openToTheNetwork()) {
            assertThat(raw(open.port(), asking(host))).startsWith("HTTP/1.1 200 ");
            assertThat(raw(open.managementPort(), "GET /health HTTP/1.1\r\nHost: " + host + CLOSING))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "whence.example.evil.example", "10.1.2.3.evil.example", ""})
    void boundToEveryAddressItStillAnswersToNoOtherName(String host) throws IOException {
        try (TestServer open = openToTheNetwork()) {
            assertThat(raw(open.port(), asking(host)))
                    .matches("(?s)HTTP/1.1 4(00|21) .*")
                    .doesNotContain("notice_id");
            assertThat(raw(open.managementPort(), "GET /metrics HTTP/1.1\r\nHost: " + host + CLOSING))
                    .matches("(?s)HTTP/1.1 4(00|21) .*")
                    .doesNotContain("whence_");
        }
    }

    private static TestServer openToTheNetwork() {
        return boundTo("0.0.0.0", Callers.everybody());
    }

    private static TestServer boundTo(String address, Callers callers) {
        return new TestServer(Samples.two(), new HttpSettings(address, 0, 0, List.of("whence.example"), callers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void nothingIsToldAsLongAsNobodyIsKnownNotEvenOnTheLoopbackInterface(String bound) throws IOException {
        try (TestServer closed = boundTo(bound, Callers.of(Tokens.none()))) {
            for (String path : List.of("/v1/notices", "/v1/organizations", "/v1/check?organization_id=org-1")) {
                assertThat(raw(closed.port(), "GET " + path + " HTTP/1.1\r\nHost: whence.example" + CLOSING))
                        .as(path)
                        .startsWith("HTTP/1.1 403 ")
                        .contains("http.tokens.file")
                        .doesNotContain("notice_id");
            }
            assertThat(raw(closed.managementPort(), "GET /health HTTP/1.1\r\nHost: whence.example" + CLOSING))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void loopbackIsToldByTheAddress() {
        assertThat(bound("0.0.0.0").loopback()).isFalse();
        assertThat(bound("10.1.2.3").loopback()).isFalse();
        assertThat(bound("::1").loopback()).isTrue();
        assertThat(HttpSettings.DEFAULT.loopback()).isTrue();
    }

    private static HttpSettings bound(String host) {
        return new HttpSettings(host, 0, 0, HttpSettings.LOOPBACK_NAMES);
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNothingInline() {
        String page = server.get("/").body();

        assertThat(page).doesNotContainPattern("(?i)(src|href)=\"(https?:)?//").doesNotContainPattern("(?i)\\son\\w+=");
        assertThat(page).doesNotContain("<style").doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }

    @Test
    void scriptsNeverTurnTextIntoMarkup() {
        for (Route asset : Routes.page()) {
            String script = server.get(asset.path()).body();
            assertThat(script)
                    .as(asset.path())
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                    .doesNotContain("http://127", "https://");
        }
    }

    /** What a client library would clean up before it is sent. */
    private String raw(String request) throws IOException {
        return raw(server.port(), request);
    }

    private static String asking(String host) {
        return "GET /v1/notices HTTP/1.1\r\nHost: " + host + CLOSING;
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
