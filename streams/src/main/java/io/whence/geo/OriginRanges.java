/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.Origin;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
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

    private OriginRanges(Buckets by, long[] high, long[] low, @Nullable Origin[] origins) {
        this.high = high;
        this.low = low;
        this.origins = origins;
        shift = Long.SIZE - by.fixedBits() - by.bits();
        mask = (1 << by.bits()) - 1;
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

    /**
     * Which bits of an address choose its bucket.
     *
     * @param fixedBits leading bits that all addresses share
     * @param bits bits behind them that choose
     */
    record Buckets(int fixedBits, int bits) {}

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

    /** Visits the origin of each range that has one, in order. */
    void forEachOrigin(Consumer<Origin> visitor) {
        for (Origin origin : origins) {
            if (origin != null) {
                visitor.accept(origin);
            }
        }
    }

    /** Writes the ranges, each origin as a number. */
    void write(ToIntFunction<@Nullable Origin> numbers, DataOutput out) throws IOException {
        out.writeInt(size());
        for (long part : high) {
            out.writeLong(part);
        }
        for (long part : low) {
            out.writeLong(part);
        }
        for (Origin origin : origins) {
            out.writeInt(numbers.applyAsInt(origin));
        }
    }

    /** Reads what {@link #write} wrote. */
    static OriginRanges read(ByteBuffer in, Buckets buckets, IntFunction<@Nullable Origin> numbered) {
        int size = in.getInt();
        long[] high = readLongs(in, size);
        long[] low = readLongs(in, size);
        @Nullable Origin[] origins = new Origin[size];
        for (int i = 0; i < size; i++) {
            origins[i] = numbered.apply(in.getInt());
        }
        return new OriginRanges(buckets, high, low, origins);
    }

    private static long[] readLongs(ByteBuffer in, int size) {
        long[] parts = new long[size];
        in.asLongBuffer().get(parts);
        in.position(in.position() + size * Long.BYTES);
        return parts;
    }

    /** Takes ranges in the order of their addresses. */
    static final class Builder {

        /** Several times what the largest databases have; more is a damaged one that goes in circles. */
        private static final int MOST_RANGES = 40_000_000;

        private static final int FIRST_SIZE = 1 << 10;

        private final Buckets buckets;
        private long[] high = new long[FIRST_SIZE];
        private long[] low = new long[FIRST_SIZE];
        private final List<@Nullable Origin> origins = new ArrayList<>();

        /** No ranges yet. */
        Builder(Buckets buckets) {
            this.buckets = buckets;
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
            int size = origins.size();
            return new OriginRanges(
                    buckets, Arrays.copyOf(high, size), Arrays.copyOf(low, size), origins.toArray(new Origin[0]));
        }
    }
}
