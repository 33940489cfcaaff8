/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.wire.Contract;
import io.whence.wire.RecordDecoder;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed on a topic, from its beginning to its present end.
 *
 * @param bootstrapServers the brokers
 * @param registryUrl the schema registry
 */
record TopicReader(String bootstrapServers, String registryUrl) {

    /** All records of a topic as JSON. */
    List<String> json(String topic, Contract<?> contract) {
        try (SchemaRegistry registry =
                SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl), Clock.systemUTC())) {
            RecordDecoder<String> decoder = contract.jsonDecoder(registry);
            return values(topic).stream()
                    .map(value -> Decoding.valueOf(decoder.decode(value)))
                    .toList();
        }
    }

    private List<byte[]> values(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<byte[]> values = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    values.add(found.value());
                }
            }
            return values;
        }
    }
}
