/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.letter.Letter;
import io.whence.letter.LetterWriter;
import io.whence.letter.SampleNotice;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

    private static final Notice NOTICE =
            SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT).notice();
    private static final Letter LETTER = new LetterWriter(null).write(NOTICE, "fr");
    private static final String KEY =
            Base64.getEncoder().encodeToString("a secret of 24 bytes, yes".getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final List<Headers> headers = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        receiver.stop(0);
    }

    private void answer(int status, String... answerHeaders) {
        receiver.createContext("/", exchange -> {
            note(exchange);
            for (int i = 0; i < answerHeaders.length; i += 2) {
                exchange.getResponseHeaders().add(answerHeaders[i], answerHeaders[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) throws IOException {
        headers.add(exchange.getRequestHeaders());
        bodies.add(exchange.getRequestBody().readAllBytes());
    }

    private Answer post() {
        return channel("http://localhost:" + receiver.getAddress().getPort() + "/notices")
                .deliver(NOTICE, LETTER, "");
    }

    private static WebhookChannel channel(String url) {
        return new WebhookChannel(
                settings(url, false),
                host -> {
                    throw new UnknownHostException(host);
                },
                () -> Instant.parse("2024-06-24T07:00:00Z"));
    }

    private static WebhookSettings settings(String url, boolean privateAllowed) {
        return new WebhookSettings(
                URI.create(url), WebhookSettings.Secret.parse("whsec_" + KEY), privateAllowed, PATIENCE, null);
    }

    @Test
    void postsNoticeAndLetterSignedAndAsACloudEvent() throws Exception {
        answer(204);

        assertThat(post().end()).isEqualTo(Answer.End.TAKEN);

        Headers sent = headers.get(0);
        assertThat(sent.getFirst("webhook-id")).isEqualTo(NOTICE.noticeId());
        assertThat(sent.getFirst("webhook-timestamp")).isEqualTo("1719212400");
        assertThat(sent.getFirst("webhook-signature")).isEqualTo("v1," + signature(sent, bodies.get(0)));
        assertThat(sent.getFirst("content-type")).isEqualTo("application/json");
        assertThat(sent.getFirst("ce-specversion")).isEqualTo("1.0");
        assertThat(sent.getFirst("ce-id")).isEqualTo(NOTICE.noticeId());
        assertThat(sent.getFirst("ce-type")).isEqualTo("io.whence.notice.warning");
        assertThat(sent.getFirst("ce-source")).isEqualTo("/whence");
        assertThat(sent.getFirst("ce-subject")).isEqualTo("org-lotus");
        assertThat(sent.getFirst("ce-time")).isEqualTo("2024-06-24T06:00:00Z");
        JsonNode body = new ObjectMapper().readTree(bodies.get(0));
        assertThat(body.get("notice")).isEqualTo(new ObjectMapper().readTree(Contracts.NOTICE.toJson(NOTICE)));
        assertThat(body.at("/letter/plain").asText()).isEqualTo(LETTER.plain());
        assertThat(body.at("/letter/language").asText()).isEqualTo("fr");
    }

    /** As a receiver checks it, by the words of the specification. */
    private static String signature(Headers sent, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String signed = sent.getFirst("webhook-id") + "." + sent.getFirst("webhook-timestamp") + "."
                + new String(body, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "202, TAKEN",
        "301, NEVER",
        "307, NEVER",
        "400, NEVER",
        "401, NEVER",
        "404, NEVER",
        "410, NEVER",
        "408, NOT_NOW",
        "425, NOT_NOW",
        "429, NOT_NOW",
        "500, NOT_NOW",
        "503, NOT_NOW",
        "502, UNKNOWN",
        "504, UNKNOWN"
    })
    void aStatusSaysWhatIsCertain(int status, Answer.End end) {
        answer(status, "Location", "http://localhost:1/elsewhere");

        assertThat(post()).isEqualTo(new Answer(end, "HTTP " + status, Duration.ZERO));
        assertThat(bodies).hasSize(1);
    }

    @Test
    void theReceiverMayAskForTime() {
        answer(503, "Retry-After", "90");

        assertThat(post().pause()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aReceiverThatDoesNotAnswerLeavesItOpenAndIsNotAskedAgain() {
        receiver.createContext("/", exchange -> {
            note(exchange);
            await();
        });

        assertThat(post().end()).isEqualTo(Answer.End.UNKNOWN);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void aReceiverThatBreaksOffLeavesItOpen() {
        receiver.createContext("/", exchange -> {
            note(exchange);
            exchange.close();
        });

        assertThat(post().end()).isEqualTo(Answer.End.UNKNOWN);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void anEndlessAnswerIsNotWaitedFor() {
        receiver.createContext("/", exchange -> {
            note(exchange);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            await();
        });

        assertThat(post().end()).isEqualTo(Answer.End.TAKEN);
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void aReceiverThatIsNotThereMayBeThereLater() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }

        assertThat(channel("http://127.0.0.1:" + port + "/")
                        .deliver(NOTICE, LETTER, "")
                        .end())
                .isEqualTo(Answer.End.NOT_NOW);
        assertThat(channel("https://nowhere.invalid/")
                        .deliver(NOTICE, LETTER, "")
                        .end())
                .isEqualTo(Answer.End.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "169.254.169.254",
                "10.1.2.3",
                "192.168.0.1",
                "172.16.0.1",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "224.0.0.1"
            })
    void aNameThatLeadsIntoANetworkOfOursIsNotFollowed(String address) throws IOException {
        InetAddress inner = InetAddress.getByName(address);
        InetAddress outer = InetAddress.getByName("8.8.8.8");
        WebhookChannel channel = new WebhookChannel(
                settings("https://receiver.example/", false), host -> List.of(outer, inner), () -> Instant.EPOCH);

        assertThat(channel.deliver(NOTICE, LETTER, "").end()).isEqualTo(Answer.End.NEVER);
    }

    @Test
    void privateNetworksMayBeMeantButNeverTheMachineItselfByAName() throws IOException {
        NetworkGuard open = new NetworkGuard(true, host -> List.of(InetAddress.getByName(host)));

        assertThat(open.objection("10.1.2.3")).isEmpty();
        assertThat(open.objection("127.0.0.2")).isPresent();
        assertThat(open.objection("169.254.169.254")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/",
                "http://localhost.evil.example/",
                "ftp://localhost/",
                "https://user:password@receiver.example/",
                "https:///nowhere",
                "https://receiver.example/#fragment"
            })
    void anAddressThatMayNotBePostedToIsRefusedAtTheStart(String url) {
        assertThatThrownBy(() -> channel(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_???"})
    void aSecretThatIsNoneIsRefusedWithoutRepeatingIt(String secret) {
        assertThatThrownBy(() -> WebhookSettings.Secret.parse(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("???");
    }

    @Test
    void theSecretDoesNotShowItself() {
        assertThat(settings("https://receiver.example/", false).toString() + channel("https://receiver.example/"))
                .doesNotContain(KEY);
    }
}
