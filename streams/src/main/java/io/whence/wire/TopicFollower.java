/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics to their ends and on, on a thread of its own: all their partitions, only what is committed, by no group.
 * When the brokers or the registry are away it tries again until it is closed.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final Map<String, Object> kafka;
    private final List<String> topics;
    private final Reader reader;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> listening;

    /** Who is told, on the thread of the follower. */
    public interface Reader {

        /**
         * Where to begin, or to go on after a while without brokers.
         *
         * @param ends the partitions of all topics with their ends
         * @return for each of them the offset of the next record to hear
         */
        Map<TopicPartition, Long> begin(Map<TopicPartition, Long> ends);

        /** A record; a registry that is away may be reported by an exception, and the record is given again. */
        void hear(ConsumerRecord<byte[], byte[]> sent);

        /** All that was there when it began has been heard. */
        void caughtUp();

        /** Nothing can be read for now. */
        void away(RuntimeException cause);
    }

    /**
     * A follower that has not started.
     *
     * @param name of its thread
     * @param kafka settings of its consumer
     * @param topics what it reads
     * @param reader is told
     */
    public TopicFollower(String name, Map<String, Object> kafka, List<String> topics, Reader reader) {
        this.kafka = settings(kafka);
        this.topics = List.copyOf(topics);
        this.reader = reader;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** Starts to read. */
    public void start() {
        thread.start();
    }

    @SuppressWarnings("IllegalCatch") // brokers and registry may be away for hours, and come back
    private void run() {
        while (!closing()) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                listening = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                LOG.debug("woken to stop");
            } catch (RuntimeException away) {
                if (closing()) {
                    return;
                }
                LOG.warn("{} cannot be read, trying again", topics, away);
                reader.away(away);
                pause();
            }
        }
    }

    private boolean closing() {
        return closed.getCount() == 0;
    }

    @SuppressWarnings("ReturnValueIgnored") // the loop asks again whether it is closed
    private void pause() {
        try {
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            closed.countDown();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> all = new HashSet<>();
        topics.forEach(topic -> all.addAll(partitions(consumer, topic)));
        consumer.assign(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        reader.begin(ends).forEach(consumer::seek);
        boolean caughtUp = false;
        while (!closing()) {
            consumer.poll(POLL).forEach(reader::hear);
            if (!caughtUp && reached(consumer, ends)) {
                caughtUp = true;
                reader.caughtUp();
            }
        }
    }

    private static Collection<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return partitions;
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Stops reading. */
    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> consumer = listening;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt(); // it may be waiting for a registry that is away
    }
}
