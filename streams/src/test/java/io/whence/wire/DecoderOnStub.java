/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.contracts.AccessEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A registry that answers as a test tells it to, and a decoder that asks it. */
abstract class DecoderOnStub {

    final AdjustableClock clock = new AdjustableClock(Wire.NOON);
    StubRegistry stub;
    SchemaRegistry registry;
    AccessEventDecoder decoder;

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

    /** Patient, because a loaded machine may be slower than the timeouts of these tests. */
    void expectRecovery() {
        Awaitility.await()
                .ignoreException(RegistryUnavailableException.class)
                .untilAsserted(() -> assertThat(decoder.decode(goodRecord())).isInstanceOf(Decoded.Value.class));
    }

    static byte[] goodRecord() {
        var event = new GenericData.Record(AccessEvent.getClassSchema());
        Wire.fillRequired(event);
        return Wire.framed(7, Wire.body(event));
    }

    static StubRegistry.Answer schemaAnswer(String schema, String type) {
        return StubRegistry.Answer.of(
                200,
                "{" + (type == null ? "" : "\"schemaType\":\"" + type + "\",") + "\"schema\":" + quoted(schema) + "}");
    }

    static String quoted(String text) {
        return new ObjectMapper().valueToTree(text).toString();
    }

    static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(20));
    }

    static void await(CountDownLatch latch, Duration most) {
        try {
            latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static UndecodableReason reasonOf(Decoded<?> decoded) {
        return ((Decoded.Undecodable<?>) decoded).reason();
    }
}
