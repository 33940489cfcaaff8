/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Origins of the ranges of one address family. A range goes from its first address to the next range; the leading bits
 * of an address say which few ranges to search, so that a look-up touches two or three lines of memory.
 */
final class OriginRanges {

    private final long[] high;
    private final long[] low;
    private final @Nullable Origin[] origins;
    private final int[] buckets;
    private final int shift;
    private final int mask;

    private OriginRanges(Builder builder) {
        high = Arrays.copyOf(builder.high, builder.origins.size());
        low = Arrays.copyOf(builder.low, builder.origins.size());
        origins = builder.origins.toArray(new Origin[0]);
        shift = builder.shift;
        mask = (1 << builder.bucketBits) - 1;
        buckets = new int[mask + 2];
        int range = 0;
        for (int bucket = 0; bucket <= mask; bucket++) {
            buckets[bucket] = range;
            while (range < high.length && bucket(high[range]) == bucket) {
                range++;
            }
        }
        buckets[mask + 1] = range;
    }

    private int bucket(long keyHigh) {
        return (int) (keyHigh >>> shift) & mask;
    }

    /** The origin of an address, its first bit in the highest of 128; null where the ranges have none. */
    @Nullable Origin find(long keyHigh, long keyLow) {
        int bucket = bucket(keyHigh);
        int from = buckets[bucket];
        int to = buckets[bucket + 1] - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int byHigh = Long.compareUnsigned(high[middle], keyHigh);
            if (byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(low[middle], keyLow) <= 0)) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return to < 0 ? null : origins[to];
    }

    int size() {
        return high.length;
    }

    /** Takes ranges in the order of their addresses. */
    static final class Builder {

        /** Several times what the largest databases have; more is a damaged one that goes in circles. */
        private static final int MOST_RANGES = 40_000_000;

        private static final int FIRST_SIZE = 1 << 10;

        private final int shift;
        private final int bucketBits;
        private long[] high = new long[FIRST_SIZE];
        private long[] low = new long[FIRST_SIZE];
        private final List<@Nullable Origin> origins = new ArrayList<>();

        /**
         * No ranges yet.
         *
         * @param fixedBits leading bits that all addresses share
         * @param bucketBits bits behind them that choose a bucket
         */
        Builder(int fixedBits, int bucketBits) {
            this.shift = Long.SIZE - fixedBits - bucketBits;
            this.bucketBits = bucketBits;
        }

        /**
         * Starts a range, unless the one before has the same origin.
         *
         * @param origin null for a range without
         */
        void start(long keyHigh, long keyLow, @Nullable Origin origin) {
            int size = origins.size();
            if (size > 0 && Objects.equals(origins.get(size - 1), origin)) {
                return;
            }
            if (size == MOST_RANGES) {
                throw new IllegalStateException("more than " + MOST_RANGES + " ranges");
            }
            if (size == high.length) {
                high = Arrays.copyOf(high, size * 2);
                low = Arrays.copyOf(low, size * 2);
            }
            high[size] = keyHigh;
            low[size] = keyLow;
            origins.add(origin);
        }

        OriginRanges build() {
            return new OriginRanges(this);
        }
    }
}
