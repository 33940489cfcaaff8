/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.contracts.AccessEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way to the registry, no good record is given up, and none is waited for in vain. */
@Timeout(60)
class RegistryFaultsTest extends DecoderOnStub {

    static Stream<Arguments> outages() {
        var html = "<html><body>Bad gateway</body></html>";
        return Stream.of(
                outage("500", StubRegistry.Answer.of(500, "{\"error_code\":50001,\"message\":\"store\"}")),
                outage("502 in HTML", StubRegistry.Answer.of(502, html)),
                outage("503 without a body", StubRegistry.Answer.of(503, "")),
                outage("429", StubRegistry.Answer.of(429, "{\"error_code\":42900,\"message\":\"slow\"}")),
                outage("401", StubRegistry.Answer.of(401, "{\"error_code\":401,\"message\":\"who\"}")),
                outage("403", StubRegistry.Answer.of(403, html)),
                outage("404 of a proxy", StubRegistry.Answer.of(404, html)),
                outage(
                        "404 of a wrong path",
                        StubRegistry.Answer.of(404, "{\"error_code\":404,\"message\":\"HTTP 404\"}")),
                outage("200 in HTML", StubRegistry.Answer.of(200, html)),
                outage("200 without a body", StubRegistry.Answer.of(200, "")),
                outage("200 with another object", StubRegistry.Answer.of(200, "{}")),
                outage("204", exchange -> exchange.sendResponseHeaders(204, -1)),
                outage("a redirect to nowhere", redirect()),
                outage("a closed connection", exchange -> exchange.close()),
                outage("half an answer", half()),
                outage("no answer", hang()));
    }

    private static Arguments outage(String name, StubRegistry.Answer answer) {
        return Arguments.of(name, answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void noRecordIsGivenUpWhileTheRegistryIsAway(String name, StubRegistry.Answer outage) {
        stub.answer(outage);
        assertThatThrownBy(() -> decoder.decode(goodRecord())).isInstanceOf(RegistryUnavailableException.class);

        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));
        expectRecovery();
    }

    @Test
    void aRegistryThatIsNotThereIsAway() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var nobody = SchemaRegistry.connect(Map.of("schema.registry.url", "http://127.0.0.1:" + port), clock)) {
            assertThatThrownBy(() -> new AccessEventDecoder(nobody).decode(goodRecord()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("schema 7");
        }
    }

    @Test
    void anAnswerThatDripsIsNotWaitedFor() {
        stub.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            for (int sent = 0; sent < 100_000; sent++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(Duration.ofMillis(50));
            }
        });

        assertThatThrownBy(() -> decoder.decode(goodRecord()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("no answer within 1000 ms");
        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));
        expectRecovery();
    }

    @Test
    void aReferenceThatCannotBeFetchedIsAnOutage() {
        stub.answer(exchange -> {
            var byId = exchange.getRequestURI().getPath().startsWith("/schemas/ids/");
            var reference = "{\"name\":\"X\",\"subject\":\"x\",\"version\":1}";
            StubRegistry.Answer.of(
                            byId ? 200 : 503,
                            byId ? "{\"schema\":\"\\\"X\\\"\",\"references\":[" + reference + "]}" : "{}")
                    .to(exchange);
        });

        assertThatThrownBy(() -> decoder.decode(goodRecord())).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void anInterruptEndsTheWaitAndIsNotLost() throws Exception {
        stub.answer(hang());
        var outcome = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> {
            try {
                decoder.decode(goodRecord());
                outcome.complete(false);
            } catch (RegistryUnavailableException e) {
                outcome.complete(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        thread.interrupt();

        assertThat(outcome.get()).isTrue();
        thread.join();
    }

    @Test
    void writingWaitsLikeReading() {
        stub.answer(StubRegistry.Answer.of(503, "{}"));
        var serializer = Contracts.ACCESS_EVENT.serializer(registry, Wire.impatient());
        assertThatThrownBy(() -> serializer.serialize(Wire.TOPIC, Wire.fullEvent()))
                .isInstanceOf(RegistryUnavailableException.class);

        stub.answer(StubRegistry.Answer.of(401, "{\"error_code\":401,\"message\":\"who\"}"));
        assertThatThrownBy(() -> serializer.serialize(Wire.TOPIC, Wire.fullEvent()))
                .isInstanceOf(RegistryUnavailableException.class);

        stub.answer(StubRegistry.Answer.of(200, "{\"id\":7}"));
        assertThat(serializer.serialize(Wire.TOPIC, Wire.fullEvent())).startsWith(0, 0, 0, 0, 7);
    }

    private static StubRegistry.Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders().put("Location", List.of("http://127.0.0.1:1/"));
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static StubRegistry.Answer half() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
        };
    }

    private static StubRegistry.Answer hang() {
        return exchange -> pause(Duration.ofSeconds(20));
    }

    private static void pause(Duration duration) {
        await(new CountDownLatch(1), duration);
    }
}
