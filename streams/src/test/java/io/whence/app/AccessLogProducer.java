/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.AccessEvent;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Puts access events, and things that are none, on the topic. */
final class AccessLogProducer implements AutoCloseable {

    private final SchemaRegistry registry;
    private final Serializer<AccessEvent> serializer;
    private final KafkaProducer<byte[], byte[]> producer;

    AccessLogProducer(String bootstrapServers, String registryUrl) {
        registry = SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl), Clock.systemUTC());
        serializer = Contracts.ACCESS_EVENT.serializer(registry, Waiting.forNothing(Clock.systemUTC()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(AccessEvent event) {
        sendRaw(event.organizationId().getBytes(StandardCharsets.UTF_8), encode(event));
    }

    byte[] encode(AccessEvent event) {
        return serializer.serialize(Topics.ACCESS_LOGS, event);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever reads the topic will miss what was not sent
    void sendRaw(byte @Nullable [] key, byte @Nullable [] value, Header... headers) {
        producer.send(new ProducerRecord<>(Topics.ACCESS_LOGS, null, null, key, value, java.util.List.of(headers)));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
