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

    private final Supplier<T> reading;
    private final Duration maxAge;
    private final Clock clock;
    private @Nullable Answer<T> last;

    private record Answer<T>(T value, Instant readAt) {}

    Recent(Supplier<T> reading, Duration maxAge, Clock clock) {
        this.reading = reading;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** The answer, at most so old; who comes while it is being read waits for it. */
    synchronized T get() {
        Instant now = clock.instant();
        Answer<T> known = last;
        if (known != null && now.isBefore(known.readAt().plus(maxAge)) && !now.isBefore(known.readAt())) {
            return known.value();
        }
        T value = reading.get();
        last = new Answer<>(value, now);
        return value;
    }
}
