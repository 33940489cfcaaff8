/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How to sit out a registry that does not answer: try, wait, wait twice as long, up to a longest wait and a longest
 * time in all. Without jitter, so that a test can tell the waits; one process is not a herd.
 */
public final class Patience {
    private final Waits waits;
    private final InstantSource clock;
    private final Pause pause;
    private final RegistryListener listener;

    /** Outlives one attempt, so that an outage somebody gave up on is ended by the next success. */
    private volatile boolean away;

    /**
     * How long to wait.
     *
     * @param first the first wait, longer than zero
     * @param longest the longest single wait, at least the first
     * @param total how long to go on in all before the exception is let through; keep it below the timeouts of whoever
     *     waits (a transaction of Kafka Streams lasts 10 s by default)
     */
    public record Waits(Duration first, Duration longest, Duration total) {
        /** 100 ms, doubling up to 2 s, for 8 s in all: within one transaction. */
        public static final Waits DEFAULT =
                new Waits(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(8));

        public Waits {
            if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("waits: 0 < first <= longest, not " + first + " and " + longest);
            }
        }
    }

    /** The waiting itself. */
    @FunctionalInterface
    public interface Pause {
        /** Waits that long, or until the thread is interrupted. */
        void last(Duration duration) throws InterruptedException;
    }

    /** Sleeps: whoever asked cannot go on before the registry answers. */
    public static final Pause SLEEPING = duration -> Thread.sleep(duration.toMillis());

    /** Waits through an outage, within one transaction. */
    public static Patience sleeping(InstantSource clock, RegistryListener listener) {
        return new Patience(Waits.DEFAULT, clock, SLEEPING, listener);
    }

    /**
     * A way of waiting.
     *
     * @param pause how to wait; {@link #SLEEPING} outside tests
     * @param listener told of each outage and of its end
     */
    public Patience(Waits waits, InstantSource clock, Pause pause, RegistryListener listener) {
        this.waits = waits;
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Tries until it works.
     *
     * @throws RegistryUnavailableException when it has not worked for the whole time, or when the thread was
     *     interrupted; its interrupt flag is set then
     */
    public <T> T outlast(Supplier<T> attempt) {
        var wait = waits.first;
        Instant since = null;
        while (true) {
            try {
                var result = attempt.get();
                if (away) {
                    away = false;
                    listener.available();
                }
                return result;
            } catch (RegistryUnavailableException e) {
                since = since == null ? clock.instant() : since;
                away = true;
                listener.unavailable(String.valueOf(e.getMessage()));
                if (Duration.between(since, clock.instant()).plus(wait).compareTo(waits.total) > 0) {
                    throw e;
                }
                pauseFor(wait);
                wait = min(wait.multipliedBy(2), waits.longest);
            }
        }
    }

    private void pauseFor(Duration wait) {
        try {
            pause.last(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while the schema registry does not answer", e);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
