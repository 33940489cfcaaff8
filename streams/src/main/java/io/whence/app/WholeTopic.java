/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.topology.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All that is on a topic at the moment it is read, from outside the stream.
 *
 * @param kafka settings of its clients
 * @param topic name and forms
 */
record WholeTopic<V>(Map<String, Object> kafka, Topic<String, V> topic) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Takes one record. */
    interface Taker<V> extends BiConsumer<String, @Nullable V> {}

    /** Hands over every record, those of a partition in their order; a value is null where one was deleted. */
    void read(Taker<V> taker) {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (Consumer<String, V> consumer = new KafkaConsumer<>(
                settings, topic.key().deserializer(), topic.value().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no topic " + topic.name() + "; create it: whence topics --create");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found -> taker.accept(found.key(), found.value()));
            }
        }
    }
}
