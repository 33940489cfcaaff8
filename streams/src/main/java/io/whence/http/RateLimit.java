/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each caller may ask: so many times a second, ten seconds' worth of it at once. */
public final class RateLimit {

    private static final int BURST_SECONDS = 10;

    /** Those who asked longest ago are forgotten, which gives them no more than everybody has at first. */
    private static final int MAX_CALLERS = 10_000;

    private final int perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    private record Bucket(double left, Instant at) {}

    /**
     * A limit.
     *
     * @param perSecond requests a second of each caller; 0 for no limit
     * @param clock tells when somebody asks
     */
    public RateLimit(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Everybody may ask as often as they like. */
    public static RateLimit none() {
        return new RateLimit(0, InstantSource.fixed(Instant.EPOCH));
    }

    /** Whether a caller may ask once more now. */
    boolean takes(String caller) {
        if (perSecond == 0) {
            return true;
        }
        synchronized (buckets) {
            return take(caller);
        }
    }

    private boolean take(String caller) {
        double most = (double) perSecond * BURST_SECONDS;
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(caller, new Bucket(most, now));
        double seconds = Math.max(0, Duration.between(before.at(), now).toMillis()) / 1_000.0;
        double left = Math.min(most, before.left() + seconds * perSecond);
        boolean taken = left >= 1;
        buckets.put(caller, new Bucket(taken ? left - 1 : left, now));
        return taken;
    }
}
