/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.wire.FollowedTopic;
import io.whence.wire.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a table up to date from the two topics, read from their beginning. */
public final class DecisionFeed implements AutoCloseable, TopicFollower.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionFeed.class);

    private final FollowedTopic<EnforcementDecision> orders;
    private final FollowedTopic<Control> controls;
    private final DecisionTable table;
    private final InstantSource clock;
    private final TopicFollower follower;
    private volatile @Nullable String problem = "the orders are not all read yet";

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
            FollowedTopic<EnforcementDecision> orders,
            FollowedTopic<Control> controls,
            DecisionTable table,
            InstantSource clock) {
        this.orders = orders;
        this.controls = controls;
        this.table = table;
        this.clock = clock;
        this.follower = new TopicFollower("decision-feed", kafka, List.of(orders.name(), controls.name()), this);
    }

    /** Starts to listen. */
    public void start() {
        follower.start();
    }

    /** Why the table may not be all there is; empty when it is. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public Map<TopicPartition, Long> begin(Map<TopicPartition, Long> ends) {
        table.size(count(ends, orders.name()), count(ends, controls.name()));
        TableVersion known = table.version();
        Map<TopicPartition, Long> next = new HashMap<>();
        ends.keySet()
                .forEach(one -> next.put(
                        one,
                        (one.topic().equals(orders.name()) ? known.orders() : known.controls()).get(one.partition())));
        return next;
    }

    private static int count(Map<TopicPartition, Long> partitions, String topic) {
        return Math.toIntExact(partitions.keySet().stream()
                .filter(one -> one.topic().equals(topic))
                .count());
    }

    @Override
    public void hear(ConsumerRecord<byte[], byte[]> sent) {
        if (sent.topic().equals(orders.name())) {
            orders.value(sent)
                    .ifPresentOrElse(
                            order -> hear(new StandingOrder(
                                    order, Instant.ofEpochMilli(sent.timestamp()), sent.partition(), sent.offset())),
                            () -> table.forgetOrder(key(sent), sent.partition(), sent.offset()));
        } else {
            controls.value(sent)
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

    @Override
    public void caughtUp() {
        table.completed();
        problem = null;
        LOG.info("orders to gateways read, version={}", table.version());
    }

    @Override
    public void away(RuntimeException cause) {
        problem = "the orders cannot be read: " + cause.getMessage();
    }

    /** Stops listening; the table stays as it is. */
    @Override
    public void close() {
        follower.close();
    }
}
