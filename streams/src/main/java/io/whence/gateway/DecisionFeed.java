/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Keeps a table up to date from the two topics, read from their beginning, only what is committed, by no group. */
public final class DecisionFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final Map<String, Object> kafka;
    private final Source<EnforcementDecision> orders;
    private final Source<Control> controls;
    private final DecisionTable table;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "decision-feed");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> listening;
    private volatile @Nullable String problem = "the orders are not all read yet";

    /**
     * A topic and what its records are.
     *
     * @param topic name of the topic
     * @param decoder reads its values
     */
    public record Source<V>(String topic, RecordDecoder<V> decoder) {}

    /**
     * A feed that has not started.
     *
     * @param kafka settings of its consumer
     * @param orders the topic of orders
     * @param controls the topic of controls
     * @param table filled by this feed alone
     * @param clock tells how long orders are on their way
     */
    public DecisionFeed(
            Map<String, Object> kafka,
            Source<EnforcementDecision> orders,
            Source<Control> controls,
            DecisionTable table,
            InstantSource clock) {
        this.kafka = settings(kafka);
        this.orders = orders;
        this.controls = controls;
        this.table = table;
        this.clock = clock;
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

    /** Starts to listen. */
    public void start() {
        thread.start();
    }

    /** Why the table may not be all there is; empty when it is. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @SuppressWarnings("IllegalCatch") // brokers and registry may be away for hours: gateways are answered all the while
    private void run() {
        while (!closing()) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                listening = consumer;
                listen(consumer);
            } catch (WakeupException stopping) {
                LOG.debug("woken to stop");
            } catch (RuntimeException away) {
                if (closing()) {
                    return;
                }
                problem = "the orders cannot be read: " + away.getMessage();
                LOG.warn("orders to gateways cannot be read, trying again", away);
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

    private void listen(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> ordering = partitions(consumer, orders.topic());
        List<TopicPartition> controlling = partitions(consumer, controls.topic());
        table.size(ordering.size(), controlling.size());
        List<TopicPartition> all = new ArrayList<>(ordering);
        all.addAll(controlling);
        consumer.assign(all);
        TableVersion known = table.version();
        ordering.forEach(one -> consumer.seek(one, known.orders().get(one.partition())));
        controlling.forEach(one -> consumer.seek(one, known.controls().get(one.partition())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (!closing()) {
            consumer.poll(POLL).forEach(this::hear);
            if (problem != null && reached(consumer, ends)) {
                table.completed();
                problem = null;
                LOG.info("orders to gateways read, version={}", table.version());
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
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

    private void hear(ConsumerRecord<byte[], byte[]> sent) {
        if (sent.topic().equals(orders.topic())) {
            decoded(sent, orders.decoder())
                    .ifPresentOrElse(
                            order -> hear(new StandingOrder(
                                    order, Instant.ofEpochMilli(sent.timestamp()), sent.partition(), sent.offset())),
                            () -> table.forgetOrder(key(sent), sent.partition(), sent.offset()));
        } else {
            decoded(sent, controls.decoder())
                    .ifPresentOrElse(
                            control -> table.hear(new StandingControl(control, sent.partition(), sent.offset())),
                            () -> table.passControl(sent.partition(), sent.offset()));
        }
    }

    private void hear(StandingOrder order) {
        table.hear(order);
        if (problem == null) { // what was there before us was not on its way to us
            table.propagated(Duration.between(order.heardAt(), clock.instant()));
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> sent) {
        return sent.key() == null ? "" : new String(sent.key(), StandardCharsets.UTF_8);
    }

    private static <V> Optional<V> decoded(ConsumerRecord<byte[], byte[]> sent, RecordDecoder<V> decoder) {
        if (sent.value() == null) {
            return Optional.empty();
        }
        Decoded<V> decoded = decoder.decode(sent.value());
        if (decoded instanceof Decoded.Undecodable<V> undecodable) {
            LOG.warn(
                    "passed over topic={} partition={} offset={} reason={} {}",
                    sent.topic(),
                    sent.partition(),
                    sent.offset(),
                    undecodable.reason(),
                    undecodable.message());
            return Optional.empty();
        }
        return Optional.of(((Decoded.Value<V>) decoded).value());
    }

    /** Stops listening; the table stays as it is. */
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
