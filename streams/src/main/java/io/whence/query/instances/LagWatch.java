/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, again and again, how far the copies of this instance are behind. */
public final class LagWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final long INTERVAL_MILLIS = 500;

    private final Supplier<Map<String, Map<Integer, LagInfo>>> lags;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lag-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Part, Progress> progress = new ConcurrentHashMap<>();

    private record Part(String store, int partition) {}

    /**
     * A watch that has not looked yet.
     *
     * @param lags where each copy is, by store and partition
     * @param clock tells when it looks
     */
    public LagWatch(Supplier<Map<String, Map<Integer, LagInfo>>> lags, InstantSource clock) {
        this.lags = lags;
        this.clock = clock;
    }

    /** Looks until it is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its schedule
    public void start() {
        schedule.scheduleWithFixedDelay(this::tryToLook, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("IllegalCatch") // the broker may be away for a while: what was seen grows older, and that is said
    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException away) {
            LOG.debug("how far copies are behind cannot be told now", away);
        }
    }

    /** Looks once. */
    void look() {
        Instant now = clock.instant();
        Map<Part, LagInfo> seen = new ConcurrentHashMap<>();
        lags.get()
                .forEach((store, partitions) ->
                        partitions.forEach((partition, lag) -> seen.put(new Part(store, partition), lag)));
        progress.keySet().retainAll(seen.keySet());
        seen.forEach((part, lag) -> progress.computeIfAbsent(part, any -> new Progress())
                .saw(now, lag.currentOffsetPosition(), lag.endOffsetPosition()));
    }

    /** How far the copy of a partition of a store is behind; empty when it is not known to be of use. */
    Optional<Lag> of(String store, int partition) {
        Progress known = progress.get(new Part(store, partition));
        return known == null ? Optional.empty() : known.lag(clock.instant());
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
