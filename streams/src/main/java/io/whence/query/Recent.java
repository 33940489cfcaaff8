/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is worth asking for again only after a while, however many ask.
 *
 * @param <T> what is answered
 */
final class Recent<T> {

    private static final int SPARING = 20;

    private final Supplier<T> reading;
    private final Duration maxAge;
    private final Clock clock;
    private final int effort;
    private @Nullable Answer<T> last;

    private record Answer<T>(T value, Instant readAt, Instant until, Reach reach) {}

    Recent(Supplier<T> reading, Duration maxAge, Clock clock) {
        this(reading, maxAge, clock, 0);
    }

    private Recent(Supplier<T> reading, Duration maxAge, Clock clock, int effort) {
        this.reading = reading;
        this.maxAge = maxAge;
        this.clock = clock;
        this.effort = effort;
    }

    /** One that is read for at most a twentieth of the time, however many ask and however long it takes. */
    static <T> Recent<T> sparing(Supplier<T> reading, Duration maxAge, Clock clock) {
        return new Recent<>(reading, maxAge, clock, SPARING);
    }

    /** The answer, at most so old; who comes while it is being read waits for it. */
    synchronized T get() {
        Instant now = clock.instant();
        Answer<T> known = last;
        if (known == null || !now.isBefore(known.until()) || now.isBefore(known.readAt())) {
            known = read(now);
            last = known;
        }
        Reach.readAs(known.reach());
        return known.value();
    }

    private Answer<T> read(Instant now) {
        try (Reach reach = Reach.open()) {
            T value = reading.get();
            Duration kept = Duration.between(now, clock.instant()).multipliedBy(effort);
            return new Answer<>(value, now, now.plus(kept.compareTo(maxAge) > 0 ? kept : maxAge), reach);
        }
    }
}
