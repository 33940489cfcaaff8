/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.contracts.AccessEvent;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a registry, how often, and what of its answers is believed. */
@Timeout(60)
class SchemaLookUpTest extends DecoderOnStub {

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
}
