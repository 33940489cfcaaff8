/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.Hash64;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by hash, of which those with the smallest hashes are kept, so that what is kept does not depend on the order
 * in which they come.
 *
 * <p>Mutable, and not safe for use by several threads.
 *
 * @param <V> value, changed in place
 */
public final class SmallestHashes<V> {

    private static final int FIRST_ROOM = 2;

    private final int capacity;

    /** Without signs, in ascending order; the values are in the same order. */
    private long[] hashes = {};

    private Object[] values = {};
    private int size;

    /** Keeps nothing yet, and later at most that many, at least 1. */
    SmallestHashes(int capacity) {
        this.capacity = capacity;
    }

    /** The value of a hash, a fresh one when it is new; null when the hash is not among the smallest. */
    @Nullable V get(long hash, Supplier<V> fresh) {
        int at = Hash64.find(hashes, size, hash);
        if (at >= 0) {
            return value(at);
        }
        int gap = -at - 1;
        if (gap == capacity) {
            return null;
        }
        V value = fresh.get();
        insert(gap, hash, value);
        return value;
    }

    /** Puts a value where it belongs; when there is no room, the last one goes. */
    private void insert(int at, long hash, V value) {
        if (size == hashes.length && size < capacity) {
            int room = Math.min(capacity, Math.max(FIRST_ROOM, 2 * size));
            hashes = Arrays.copyOf(hashes, room);
            values = Arrays.copyOf(values, room);
        }
        int moved = Math.min(size, capacity - 1) - at;
        System.arraycopy(hashes, at, hashes, at + 1, moved);
        System.arraycopy(values, at, values, at + 1, moved);
        hashes[at] = hash;
        values[at] = value;
        size = Math.min(capacity, size + 1);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** A hash, in their order. */
    public long hash(int at) {
        return hashes[at];
    }

    /** Its value. */
    @SuppressWarnings("unchecked") // nothing else comes in
    public V value(int at) {
        return (V) values[at];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmallestHashes<?> that
                && Arrays.equals(hashes, 0, size, that.hashes, 0, that.size)
                && Arrays.equals(values, 0, size, that.values, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hashCode = size;
        for (int at = 0; at < size; at++) {
            hashCode = 31 * hashCode + Long.hashCode(hashes[at]);
        }
        return hashCode;
    }
}
