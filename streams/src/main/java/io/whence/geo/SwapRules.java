/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import java.time.Duration;
import java.util.Map;

/**
 * What a new database must satisfy before it may take over from the running one.
 *
 * @param canaries addresses whose country is known and must come out right, such as those of one's own offices
 * @param mostMoved share of a sample of located addresses that may change country or operator, 0 to 1
 * @param mostGrowth factor by which the search tree, or a folder of lists, may grow or shrink; at least 1
 * @param aheadOfClock how far in the future a build time may lie
 * @param allowOlder whether a build older than the running one is taken: a rollback, decided by a person
 */
public record SwapRules(
        Map<IpAddress, Region> canaries,
        double mostMoved,
        double mostGrowth,
        Duration aheadOfClock,
        boolean allowOlder) {

    public SwapRules {
        canaries = Map.copyOf(canaries);
        if (!(mostMoved >= 0 && mostMoved <= 1)) {
            throw new IllegalArgumentException("mostMoved must be 0 to 1, not " + mostMoved);
        }
        if (!(mostGrowth >= 1)) {
            throw new IllegalArgumentException("mostGrowth must be at least 1, not " + mostGrowth);
        }
    }

    /**
     * No canaries, at most 5 % moved (GeoLite2 moved 6.6 % of IPv4 from 2019 to 2026, 1 % a year), at most twice or
     * half the size, a day ahead of the clock, and never older.
     */
    public static SwapRules standard() {
        return new SwapRules(Map.of(), 0.05, 2, Duration.ofDays(1), false);
    }

    /** The same, taking an older build too. */
    public SwapRules allowingOlder() {
        return new SwapRules(canaries, mostMoved, mostGrowth, aheadOfClock, true);
    }
}
