/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.delivery.DeliveryChannel;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.delivery.DeliveryResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A running delivery in numbers, without anybody's name. The thread that delivers writes it; any number read it. */
public final class DeliveryGauge {

    private final Map<Kind, LongAdder> filed = new ConcurrentHashMap<>();
    private volatile Turn turn = new Turn(Optional.empty(), 0, 0, 0);

    /**
     * What outcomes are counted by.
     *
     * @param channel the channel
     * @param result where the delivery stands
     */
    public record Kind(DeliveryChannel channel, DeliveryResult result) {}

    /**
     * How things stood at the end of the latest turn.
     *
     * @param at when that was; empty before the first
     * @param waiting deliveries held in memory that wait for their time or their destination
     * @param underWay attempts that have begun and not ended
     * @param partitions partitions of the topic of notices that this instance delivers
     */
    public record Turn(Optional<Instant> at, int waiting, int underWay, int partitions) {}

    /** A gauge on which nothing was written yet: every outcome is there and 0. */
    public DeliveryGauge() {
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            for (DeliveryResult result : DeliveryResult.values()) {
                filed.put(new Kind(channel, result), new LongAdder());
            }
        }
    }

    void count(DeliveryOutcome outcome) {
        adder(new Kind(outcome.channel(), outcome.result())).increment();
    }

    void turned(Turn latest) {
        turn = latest;
    }

    private LongAdder adder(Kind kind) {
        return filed.computeIfAbsent(kind, none -> new LongAdder());
    }

    /** How many outcomes of a kind this instance has written down since it began. */
    public long filed(Kind kind) {
        return adder(kind).sum();
    }

    /** How things stood last. */
    public Turn latest() {
        return turn;
    }
}
