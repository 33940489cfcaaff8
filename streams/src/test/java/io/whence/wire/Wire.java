/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** What tests of the wire share: a registry in memory, a full event, and bytes made by Avro itself. */
final class Wire {
    static final String TOPIC = "access-logs";
    static final Instant NOON = Instant.parse("2024-07-09T12:00:00.123Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private Wire() {}

    /** A registry of the real client, in memory, that nobody else has. */
    static SchemaRegistry registry() {
        return SchemaRegistry.connect(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()), CLOCK);
    }

    /** Gives up at once. */
    static Patience impatient() {
        var waits = new Patience.Waits(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        return new Patience(waits, CLOCK, duration -> {}, RegistryListener.none());
    }

    /** An event with every field set. */
    static AccessEvent fullEvent() {
        return new AccessEvent(
                "evt-1",
                NOON,
                "org-1",
                "proj-1",
                "key-1",
                Channel.CONSOLE,
                "203.0.113.9",
                "198.51.100.7, 203.0.113.9",
                "POST",
                "/v1/chat",
                200,
                "curl/8.0 – naïve",
                "zh-CN",
                "t13d1516h2_8daaf6152771_b186095e22b6",
                12.5f,
                180.25f,
                "FRA",
                "user-1");
    }

    /** An event with nothing that may be missing. */
    static AccessEvent sparseEvent() {
        return new AccessEvent(
                "evt-2",
                NOON,
                "org-1",
                null,
                null,
                Channel.API,
                "2001:db8::1",
                null,
                "GET",
                "/",
                401,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static byte[] written(AccessEvent event, SchemaRegistry registry) {
        return Contracts.ACCESS_EVENT.serializer(registry, impatient()).serialize(TOPIC, event);
    }

    static int register(Schema schema, SchemaRegistry registry) {
        try {
            return registry.client().register(TOPIC + "-" + schema.hashCode(), new AvroSchema(schema));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sets the fields that every event has. */
    static void fillRequired(GenericRecord event) {
        event.put("event_id", "evt-3");
        event.put("timestamp", NOON.toEpochMilli());
        event.put("organization_id", "org-1");
        event.put("source_ip", "203.0.113.9");
        event.put("method", "GET");
        event.put("path", "/");
        event.put("status", 200);
        var channel = event.getSchema().getField("channel");
        if (channel != null && channel.schema().getType() == Schema.Type.ENUM) {
            event.put("channel", new org.apache.avro.generic.GenericData.EnumSymbol(channel.schema(), "API"));
        }
    }

    /** Bytes of a record as Avro writes them. */
    static byte[] body(GenericRecord value) {
        try {
            var out = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
            return out.toByteArray();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static byte[] framed(int schemaId, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }
}
