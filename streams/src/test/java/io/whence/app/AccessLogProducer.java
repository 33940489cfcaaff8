/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Puts access events, and things that are none, on the topic. */
final class AccessLogProducer implements AutoCloseable {

    private final SchemaRegistry registry;
    private final Serializer<AccessEvent> serializer;
    private final Serializer<Organization> profiles;
    private final Serializer<OfficerAction> actions;
    private final KafkaProducer<byte[], byte[]> producer;

    AccessLogProducer(String bootstrapServers, String registryUrl) {
        registry = SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl), Clock.systemUTC());
        Patience patience = Waiting.forNothing(Clock.systemUTC());
        serializer = Contracts.ACCESS_EVENT.serializer(registry, patience);
        profiles = Contracts.ORGANIZATION.serializer(registry, patience);
        actions = Contracts.OFFICER_ACTION.serializer(registry, patience);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever reads the topic will miss what was not sent
    void send(AccessEvent event) {
        sendRaw(event.organizationId().getBytes(StandardCharsets.UTF_8), encode(event));
    }

    byte[] encode(AccessEvent event) {
        return serializer.serialize(Topics.ACCESS_LOGS, event);
    }

    /** Tells what is known of an organization. */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever reads the topic will miss what was not sent
    void send(Organization organization) {
        byte[] key = organization.organizationId().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.ORGANIZATIONS, key, encode(organization)));
    }

    /** Does what an officer decided. */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever reads the topic will miss what was not sent
    void send(OfficerAction action) {
        byte[] key = action.organizationId().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(Topics.OFFICER_ACTIONS, key, actions.serialize(Topics.OFFICER_ACTIONS, action)));
    }

    private byte[] encode(Organization organization) {
        return profiles.serialize(Topics.ORGANIZATIONS, organization);
    }

    /** The id of a schema that is not that of access events. */
    int otherSchemaId() {
        return ByteBuffer.wrap(encode(Organization.unknown("any"))).getInt(1);
    }

    Future<RecordMetadata> sendRaw(byte @Nullable [] key, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(Topics.ACCESS_LOGS, key, value));
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
