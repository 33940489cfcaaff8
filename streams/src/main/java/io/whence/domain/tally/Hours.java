/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts by hour of the UTC day.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class Hours {

    /** Hours of a day. */
    public static final int COUNT = 24;

    private static final long MILLIS = 3_600_000;

    private final long[] counts = new long[COUNT];

    /** The hour of an instant, 0 to 23. */
    public static int of(long epochMillis) {
        return (int) Math.floorMod(Math.floorDiv(epochMillis, MILLIS), (long) COUNT);
    }

    /** Counts that many more. */
    public void add(int hour, long more) {
        counts[hour] += more;
    }

    /** How many there are, 0 to 23 for the hour. */
    public long at(int hour) {
        return counts[hour];
    }

    void addAll(Hours other) {
        for (int hour = 0; hour < COUNT; hour++) {
            counts[hour] += other.counts[hour];
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hours that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
