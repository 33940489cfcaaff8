/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is worth asking for again only after a while, however many ask. What can be read quickly is at most so
 * old. What cannot is read beside those who ask, for some share of the time only: they are given the last answer, and
 * its age with it.
 *
 * @param <T> what is answered
 */
final class Recent<T> {

    /** Nobody waits longer than that for a newer answer when there is one already. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Rests four times as long as reading takes: it is read for at most a fifth of the time. */
    private static final int REST = 4;

    private static final int LONG_REST = 19;

    private final Supplier<T> reading;
    private final Duration maxAge;
    private final Clock clock;
    private final int rest;
    private final Executor executor;
    private @Nullable Answer<T> last;
    private @Nullable CompletableFuture<Answer<T>> underWay;

    private record Answer<T>(T value, Instant readAt, Duration took, Reach reach) {}

    Recent(Supplier<T> reading, Duration maxAge, Clock clock) {
        this(reading, maxAge, clock, REST, Recent::beside);
    }

    /**
     * One that is read in a way of its own.
     *
     * @param rest how many times as long as reading took it is not read again, 0 or more
     * @param executor reads
     */
    Recent(Supplier<T> reading, Duration maxAge, Clock clock, int rest, Executor executor) {
        this.reading = reading;
        this.maxAge = maxAge;
        this.clock = clock;
        this.rest = rest;
        this.executor = executor;
    }

    /** One that is read for at most a twentieth of the time. */
    static <T> Recent<T> sparing(Supplier<T> reading, Duration maxAge, Clock clock) {
        return new Recent<>(reading, maxAge, clock, LONG_REST, Recent::beside);
    }

    private static void beside(Runnable task) {
        Thread reader = new Thread(task, "whence-reading");
        reader.setDaemon(true);
        reader.start();
    }

    /** The answer; who comes when there is none yet, or when the next is there soon, waits for it. */
    T get() {
        Instant now = clock.instant();
        Answer<T> found = answer(now);
        Reach.readAs(found.reach(), Duration.between(found.readAt(), now));
        return found.value();
    }

    private Answer<T> answer(Instant now) {
        CompletableFuture<Answer<T>> next;
        synchronized (this) {
            Answer<T> known = last;
            if (known != null && holds(known, now)) {
                return known;
            }
            next = underWay == null ? begin() : underWay;
            if (known != null && known.took().compareTo(PATIENCE) > 0) {
                return known;
            }
        }
        return await(next);
    }

    private boolean holds(Answer<T> known, Instant now) {
        Duration kept = known.took().multipliedBy(rest + 1L);
        Instant until = known.readAt().plus(kept.compareTo(maxAge) > 0 ? kept : maxAge);
        return now.isBefore(until) && !now.isBefore(known.readAt());
    }

    private CompletableFuture<Answer<T>> begin() {
        CompletableFuture<Answer<T>> begun =
                CompletableFuture.supplyAsync(this::read, executor).whenComplete((answer, failure) -> end(answer));
        underWay = begun.isDone() ? null : begun;
        return begun;
    }

    /** What cannot be read is asked for anew by whoever comes next; until then nobody is given what was before. */
    private synchronized void end(@Nullable Answer<T> answer) {
        last = answer;
        underWay = null;
    }

    private Answer<T> read() {
        Instant from = clock.instant();
        try (Reach reach = Reach.open()) {
            T value = reading.get();
            return new Answer<>(value, from, Duration.between(from, clock.instant()), reach);
        }
    }

    private static <T> Answer<T> await(CompletableFuture<Answer<T>> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException unreadable) {
                throw unreadable;
            }
            throw failed;
        }
    }
}
