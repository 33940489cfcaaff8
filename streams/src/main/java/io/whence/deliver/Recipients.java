/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Organization;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom notices go to, as the topic of organizations has it. Not safe for several threads. */
public final class Recipients implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final RecordDecoder<Organization> decoder;
    private final Map<String, Recipient> recipients = new HashMap<>();

    /**
     * Recipients; the consumer is owned from here on.
     *
     * @param consumer belongs to no group
     */
    public Recipients(Consumer<String, byte[]> consumer, RecordDecoder<Organization> decoder) {
        this.consumer = consumer;
        this.decoder = decoder;
    }

    /** Reads the topic to its present end. */
    void open(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::learn);
        }
    }

    /** Reads what has come since. */
    void refresh() {
        consumer.poll(Duration.ZERO).forEach(this::learn);
    }

    private void learn(ConsumerRecord<String, byte[]> found) {
        if (found.value() == null) {
            recipients.remove(found.key());
        } else if (decoder.decode(found.value()) instanceof Decoded.Value<Organization> organization) {
            recipients.put(
                    found.key(),
                    new Recipient(
                            organization.value().contact(),
                            organization.value().locale(),
                            organization.value().name()));
        } else {
            LOG.warn(
                    "{}-{} offset {} is not an organization; what was known of it stays",
                    found.topic(),
                    found.partition(),
                    found.offset());
        }
    }

    Recipient of(String organizationId) {
        return recipients.getOrDefault(organizationId, Recipient.UNKNOWN);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
