/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.topology.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic from its start and does one thing to each record: the least that anything can cost. */
final class PlainConsumer {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Setting setting;
    private final Consumer<byte[]> deed;

    PlainConsumer(Setting setting, Consumer<byte[]> deed) {
        this.setting = setting;
        this.deed = deed;
    }

    Measured measure() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                setting.bootstrapServers(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ACCESS_LOGS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long records = setting.plan().records();
            long first = read(consumer, 0, 1);
            Duration started = Reading.uptime();
            Reading warm = Reading.now(read(consumer, first, records / 2), 0);
            Reading end = Reading.now(read(consumer, warm.records(), records), 0);
            return warm.until(end, setting.pipeline(), started);
        }
    }

    private long read(KafkaConsumer<byte[], byte[]> consumer, long from, long to) {
        long count = from;
        while (count < to) {
            for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(PATIENCE)) {
                deed.accept(polled.value());
                count++;
            }
        }
        return count;
    }
}
