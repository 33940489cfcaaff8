/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: doubling, with half of it left to chance so that receivers that come back
 * are not met by everybody at once.
 *
 * @param first after the first attempt, more than zero
 * @param longest never longer
 * @param chance source of the jitter
 */
public record Backoff(Duration first, Duration longest, RandomGenerator chance) {

    private static final int MOST_DOUBLINGS = 30;

    /** The wait after so many attempts, at least 1. */
    public Duration after(int attempts) {
        long doubled = first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        long whole = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(whole / 2 + chance.nextLong(whole / 2 + 1));
    }
}
