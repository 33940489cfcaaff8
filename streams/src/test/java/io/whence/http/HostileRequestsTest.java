/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is too large, malformed or ambiguous is refused clearly, and nothing is told of what runs here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String NEXT = "GET /v1/ledger HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final String CHUNKS = "Transfer-Encoding: chunked\r\n\r\n";

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(Samples.two());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRequestWhoseEndIsAmbiguousIsRefusedAndNothingBehindItIsAnswered() throws IOException {
        Map<String, String> requests = new TreeMap<>(Map.ofEntries(
                Map.entry("both lengths", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Map.entry("two lengths", "Content-Length: 4\r\nContent-Length: 0\r\n\r\n"),
                Map.entry("two lengths in one header", "Content-Length: 0, 4\r\n\r\n"),
                Map.entry("a negative length", "Content-Length: -1\r\n\r\n"),
                Map.entry("a length that is no number", "Content-Length: +4\r\n\r\n"),
                Map.entry("a length beyond all numbers", "Content-Length: 18446744073709551616\r\n\r\n"),
                Map.entry("an encoding twice", "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
                Map.entry("an unknown encoding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                Map.entry("a space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                Map.entry("a folded header", "X-Any: 1\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Map.entry("a chunk without a size", CHUNKS + ";\r\n\r\n"),
                Map.entry("a chunk beyond all numbers", CHUNKS + "10000000000000000\r\n\r\n"),
                Map.entry("a chunk whose size is no number", CHUNKS + "-1\r\n\r\n")));
        for (Map.Entry<String, String> request : requests.entrySet()) {
            String answer = raw("POST /v1/policies/impact?at=2024-10-01" + HOST + request.getValue() + NEXT);

            assertThat(answer).as(request.getKey()).matches("(?s)HTTP/1.1 (400|501) .*");
            assertThat(answer.split("HTTP/1.1 ", -1))
                    .as(request.getKey() + ": one answer")
                    .hasSize(2);
            assertDiscreet(request.getKey(), answer);
        }
    }

    @Test
    void whatIsHungOnAChunkEndsNoRequestAndBeginsNone() throws IOException {
        String chunks = CHUNKS + "4;a=\"\r\n" + "x".repeat(4) + "\r\n0\r\n\r\n";

        String answer = raw("POST /v1/policies/impact?at=2024-10-01" + HOST + chunks + NEXT);

        assertThat(answer.split("HTTP/1.1 ", -1))
                .as("no more than the two that were asked")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertDiscreet("an extension", answer);
    }

    @Test
    void whatIsMalformedIsRefusedClearly() throws IOException {
        for (String request : new String[] {
            "GET /v1/ledger HTTP/1.1\r\n\r\n",
            "GET /v1/ledger HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "GET /v1/led\u0001ger" + HOST + "Connection: close\r\n\r\n",
            "GET /v1/organizations/%zz" + HOST + "Connection: close\r\n\r\n",
            "GET /v1/organizations/%ff%fe" + HOST + "Connection: close\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            "not http at all\r\n\r\n"
        }) {
            String answer = raw(request);

            assertThat(answer).as(request).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*");
            assertDiscreet(request, answer);
        }
    }

    @Test
    void whatIsTooLargeIsRefusedClearly() throws IOException {
        String long20k = "a".repeat(20_000);

        assertThat(raw("GET /" + long20k + HOST + "\r\n")).startsWith("HTTP/1.1 414 ");
        assertThat(raw("GET /v1/ledger" + HOST + "X-Any: " + long20k + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        HttpResponse<String> body = server.send(server.request(server.port(), "/v1/policies/impact?at=2024-10-01")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(2_000_000))));
        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(body.body()).contains("urn:whence:problem:too-large");
    }

    @Test
    void aBodyThatDripsIsCutOff() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/policies/impact?at=2024-10-01" + HOST + "Content-Length: 100000\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            for (int sent = 0; sent < 10 && socket.getInputStream().available() == 0; sent++) {
                out.write('x');
                out.flush();
                Thread.sleep(500); // a byte now and then, as such callers do
            }
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);

            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    private static void assertDiscreet(String what, String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .as(what)
                .doesNotContain("jetty", "javalin", "exception", "\tat ", "java.", "io.whence", "server:");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (SocketException refusedBeforeTheEnd) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
