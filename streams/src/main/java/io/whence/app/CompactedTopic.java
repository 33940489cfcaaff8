/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.topology.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A topic whose latest record of each key counts, from outside the stream.
 *
 * @param kafka settings of its clients
 * @param topic name and forms
 */
record CompactedTopic<V>(Map<String, Object> kafka, Topic<String, V> topic) {

    private static final Duration POLL = Duration.ofMillis(200);

    CompactedTopic(WhenceConfig config, Topic<String, V> topic) {
        this(config.kafka(), topic);
    }

    /** What is there now, by key. */
    Map<String, V> read() {
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
            return latest(consumer, consumer.endOffsets(partitions));
        }
    }

    private Map<String, V> latest(Consumer<String, V> consumer, Map<TopicPartition, Long> ends) {
        Map<String, V> latest = new TreeMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, V> found : consumer.poll(POLL)) {
                if (found.value() == null) {
                    latest.remove(found.key());
                } else {
                    latest.put(found.key(), found.value());
                }
            }
        }
        return latest;
    }

    /** Writes values, each in place of the one of its key, and waits until the brokers have them. */
    void write(Map<String, V> values) {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<String, V> producer = new KafkaProducer<>(
                settings, topic.key().serializer(), topic.value().serializer())) {
            values.forEach((key, value) -> await(producer.send(new ProducerRecord<>(topic.name(), key, value))));
        }
    }

    private void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new KafkaException("a record for " + topic.name() + " could not be written", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + topic.name(), stopping);
        }
    }
}
