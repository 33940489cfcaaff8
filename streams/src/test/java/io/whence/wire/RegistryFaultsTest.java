/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.contracts.AccessEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way to the registry, no good record is given up, and none is waited for in vain. */
@Timeout(60)
class RegistryFaultsTest {
    private final AdjustableClock clock = new AdjustableClock(Wire.NOON);
    private StubRegistry stub;
    private SchemaRegistry registry;
    private AccessEventDecoder decoder;

    @BeforeEach
    void start() throws IOException {
        stub = new StubRegistry(StubRegistry.Answer.noSuchSchema());
        registry = SchemaRegistry.connect(stub.settings(), clock);
        decoder = new AccessEventDecoder(registry);
    }

    @AfterEach
    void close() {
        registry.close();
        stub.close();
    }

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
    void aDeniedIdIsAskedForOnceAMinute() {
        for (int record = 0; record < 1_000; record++) {
            assertThat(reasonOf(decoder.decode(goodRecord()))).isEqualTo(UndecodableReason.UNKNOWN_SCHEMA_ID);
        }
        assertThat(stub.asked()).containsExactly("GET /schemas/ids/7", "GET /subjects");

        clock.advance(Duration.ofSeconds(61));
        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));

        assertThat(decoder.decode(goodRecord())).isInstanceOf(Decoded.Value.class);
        assertThat(stub.asked()).endsWith("GET /schemas/ids/7").hasSize(3);
    }

    /** Seen with an in-memory registry that was restarted: it knew nothing, and said so of every good record. */
    @Test
    void aRegistryThatHoldsNothingIsNotBelieved() {
        stub.answer(StubRegistry.Answer.noSuchSchema(StubRegistry.Answer.of(200, "[]")));

        assertThatThrownBy(() -> decoder.decode(goodRecord()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("the registry holds no schema at all");
        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));
        expectRecovery();
    }

    @Test
    void aRegistryThatForgotWhatItToldUsIsNotBelieved() {
        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));
        expectRecovery();
        stub.answer(StubRegistry.Answer.noSuchSchema());

        assertThatThrownBy(() -> decoder.decode(Wire.framed(8, new byte[1])))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("the registry no longer knows schema 7");
    }

    @Test
    void aRegistryThatListsNothingToUsIsBelieved() {
        stub.answer(StubRegistry.Answer.noSuchSchema(StubRegistry.Answer.of(403, "{}")));

        assertThat(reasonOf(decoder.decode(goodRecord()))).isEqualTo(UndecodableReason.UNKNOWN_SCHEMA_ID);
    }

    @Test
    void aKnownSchemaIsAskedForOnceAndOutlivesTheRegistry() {
        stub.answer(schemaAnswer(AccessEvent.getClassSchema().toString(), null));
        decoder.decode(goodRecord());
        stub.close();

        assertThat(decoder.decode(goodRecord())).isInstanceOf(Decoded.Value.class);
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void aSchemaThatIsNotAvroIsNoOutage() {
        stub.answer(schemaAnswer("syntax = \"proto3\"; message AccessEvent {}", "PROTOBUF"));
        assertThat(reasonOf(decoder.decode(goodRecord()))).isEqualTo(UndecodableReason.INCOMPATIBLE_SCHEMA);

        stub.answer(schemaAnswer("{\"type\":\"record\"}", null));
        assertThat(reasonOf(decoder.decode(Wire.framed(8, new byte[1]))))
                .isEqualTo(UndecodableReason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void aSchemaMayReferToAnother() {
        stub.answer(exchange -> {
            var schema = AccessEvent.getClassSchema().toString();
            var channel = AccessEvent.getClassSchema().getField("channel").schema();
            var byReference = schema.replace(channel.toString(), "\"io.whence.contracts.Channel\"");
            var reference = "\"references\":[{\"name\":\"io.whence.contracts.Channel\","
                    + "\"subject\":\"channel\",\"version\":1}]";
            var body = exchange.getRequestURI().getPath().startsWith("/schemas/ids/")
                    ? "{" + reference + ",\"schema\":" + quoted(byReference) + "}"
                    : "{\"subject\":\"channel\",\"version\":1,\"id\":9,\"schema\":" + quoted(channel.toString()) + "}";
            StubRegistry.Answer.of(200, body).to(exchange);
        });

        assertThat(decoder.decode(goodRecord())).isInstanceOf(Decoded.Value.class);
        assertThat(stub.asked()).contains("GET /subjects/channel/versions/1");
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

    @Test
    void aSchemaTheRegistryRefusesIsNotWaitedFor() {
        stub.answer(StubRegistry.Answer.of(409, "{\"error_code\":409,\"message\":\"incompatible\"}"));
        var serializer = Contracts.ACCESS_EVENT.serializer(registry, Wire.impatient());

        assertThatThrownBy(() -> serializer.serialize(Wire.TOPIC, Wire.fullEvent()))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseMessage("incompatible; error code: 409");
    }

    @Test
    void threadsThatNeedTheSameSchemaAskForItTogether() throws Exception {
        var release = new CountDownLatch(1);
        stub.answer(exchange -> {
            await(release);
            schemaAnswer(AccessEvent.getClassSchema().toString(), null).to(exchange);
        });
        registry.close();
        var settings = stub.settings();
        settings.put("http.read.timeout.ms", "20000");
        registry = SchemaRegistry.connect(settings, clock);
        var shared = new AccessEventDecoder(registry);
        var decoded = new CopyOnWriteArrayList<Decoded<?>>();
        var threads = Stream.generate(() -> new Thread(() -> decoded.add(shared.decode(goodRecord()))))
                .limit(8)
                .toList();
        threads.forEach(Thread::start);
        Awaitility.await()
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));

        release.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(decoded).hasSize(8).allSatisfy(one -> assertThat(one).isInstanceOf(Decoded.Value.class));
        assertThat(stub.asked()).hasSize(1);
    }

    /** Patient, because a loaded machine may be slower than the timeouts of these tests. */
    private void expectRecovery() {
        Awaitility.await()
                .ignoreException(RegistryUnavailableException.class)
                .untilAsserted(() -> assertThat(decoder.decode(goodRecord())).isInstanceOf(Decoded.Value.class));
    }

    private static byte[] goodRecord() {
        var event = new GenericData.Record(AccessEvent.getClassSchema());
        Wire.fillRequired(event);
        return Wire.framed(7, Wire.body(event));
    }

    private static StubRegistry.Answer schemaAnswer(String schema, String type) {
        return StubRegistry.Answer.of(
                200,
                "{" + (type == null ? "" : "\"schemaType\":\"" + type + "\",") + "\"schema\":" + quoted(schema) + "}");
    }

    private static String quoted(String text) {
        return new ObjectMapper().valueToTree(text).toString();
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

    private static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(20));
    }

    private static void await(CountDownLatch latch, Duration most) {
        try {
            latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UndecodableReason reasonOf(Decoded<?> decoded) {
        return ((Decoded.Undecodable<?>) decoded).reason();
    }
}
