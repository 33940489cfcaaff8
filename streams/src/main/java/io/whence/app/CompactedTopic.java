/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.topology.Topic;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * A topic whose latest record of each key counts, from outside the stream.
 *
 * @param kafka settings of its clients
 * @param topic name and forms
 */
record CompactedTopic<V>(Map<String, Object> kafka, Topic<String, V> topic) {

    CompactedTopic(WhenceConfig config, Topic<String, V> topic) {
        this(config.kafka(), topic);
    }

    /** What is there now, by key. */
    Map<String, V> read() {
        Map<String, V> latest = new TreeMap<>();
        new WholeTopic<>(kafka, topic).read((key, value) -> {
            if (value == null) {
                latest.remove(key);
            } else {
                latest.put(key, value);
            }
        });
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
