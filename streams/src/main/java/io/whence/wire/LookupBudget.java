/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often the registry may be asked for schemas we do not know, so that a flood of made-up ids stays ours and does
 * not become the registry's. Refills steadily; safe for use by several threads.
 */
final class LookupBudget {
    private final int burst;
    private final Duration refill;
    private final InstantSource clock;
    private double left;
    private Instant counted;

    /**
     * A full budget.
     *
     * @param burst look-ups that may come at once, at least 1
     * @param perSecond look-ups a second in the long run, at least 1
     */
    LookupBudget(int burst, int perSecond, InstantSource clock) {
        this.burst = burst;
        this.refill = Duration.ofSeconds(1).dividedBy(perSecond);
        this.clock = clock;
        this.left = burst;
        this.counted = clock.instant();
    }

    /** Spends one look-up, if there is one left. */
    synchronized boolean spend() {
        var now = clock.instant();
        if (now.isAfter(counted)) {
            left = Math.min(
                    burst, left + (double) Duration.between(counted, now).toNanos() / refill.toNanos());
        }
        counted = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
