/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.delivery.DeliveryOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionAbortableException;

/**
 * What was written down about deliveries: read to its end before a partition is worked on, written in transactions that
 * a former owner of the partition cannot commit. Not safe for several threads.
 */
public final class Journal implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final Producer<String, DeliveryOutcome> producer;
    private final Consumer<String, DeliveryOutcome> reader;
    private final Admin admin;

    /**
     * A journal; it owns its clients from here on.
     *
     * @param producer with a transactional id of its own
     * @param reader reads what is committed, belongs to no group
     */
    public Journal(
            String topic,
            Producer<String, DeliveryOutcome> producer,
            Consumer<String, DeliveryOutcome> reader,
            Admin admin) {
        this.topic = topic;
        this.producer = producer;
        this.reader = reader;
        this.admin = admin;
    }

    /** Prepares for writing. */
    void open() {
        producer.initTransactions();
    }

    /**
     * What stands last about each delivery of a partition. Call it after the committed offset of that partition of
     * notices is known: that waits for transactions of its former owner, and this reads beyond the marks they leave.
     */
    Map<String, Known> read(int partition) {
        var outcomes = new TopicPartition(topic, partition);
        long end = end(outcomes);
        reader.assign(List.of(outcomes));
        reader.seekToBeginning(List.of(outcomes));
        Map<String, Known> known = new HashMap<>();
        while (reader.position(outcomes) < end) {
            for (ConsumerRecord<String, DeliveryOutcome> found : reader.poll(POLL)) {
                if (found.value() == null) {
                    known.remove(found.key());
                } else {
                    known.put(found.key(), Known.of(found.value()));
                }
            }
        }
        reader.unsubscribe();
        return known;
    }

    /** The end including what is not committed yet, so that reading up to it waits for that to be decided. */
    private long end(TopicPartition outcomes) {
        try {
            return admin.listOffsets(
                            Map.of(outcomes, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .partitionResult(outcomes)
                    .get()
                    .offset();
        } catch (ExecutionException failed) {
            throw new KafkaException("the end of " + outcomes + " is not known", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for the end of " + outcomes, stopping);
        }
    }

    /**
     * Writes outcomes and progress down together.
     *
     * @return false when nothing was written because the partitions are no longer ours
     */
    boolean write(List<Filed> outcomes, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        producer.beginTransaction();
        try {
            producer.sendOffsetsToTransaction(offsets, group);
            outcomes.forEach(this::send);
            producer.commitTransaction();
            return true;
        } catch (CommitFailedException | TransactionAbortableException notOurs) {
            producer.abortTransaction();
            return false;
        }
    }

    /** Writes down how attempts ended that were begun when the partitions were ours: true whoever has them now. */
    void writeLate(List<Filed> outcomes) {
        producer.beginTransaction();
        outcomes.forEach(this::send);
        producer.commitTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // committing waits for all of them, and fails with any
    private void send(Filed filed) {
        producer.send(
                new ProducerRecord<>(topic, filed.partition(), filed.outcome().key(), filed.outcome()));
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
        admin.close();
    }
}
