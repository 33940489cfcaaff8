/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Exact counts of at most {@code capacity} distinct things, and an estimate of how many distinct things there were.
 *
 * <p>It keeps the things with the smallest hashes (bottom-k sampling: Cohen and Kaplan, "Summarizing data using
 * bottom-k sketches", PODC 2007). A thing among the smallest at the end was among them from its first occurrence on, so
 * its count is exact, and neither the order of events nor the way they were divided among samples changes the result.
 *
 * <p>Mutable, and not safe for use by several threads.
 *
 * @param <T> what is counted
 */
public final class CountedSample<T> {

    private static final long[] NO_NUMBERS = {};
    private static final Object[] NO_ITEMS = {};
    private static final int FIRST_ROOM = 4;

    private final int capacity;
    private final ToLongFunction<T> hash;

    /** Without signs, in ascending order; the arrays that follow are in the same order. */
    private long[] hashes = NO_NUMBERS;

    private Object[] items = NO_ITEMS;
    private long[] counts = NO_NUMBERS;
    private int size;
    private boolean overflowed;

    /**
     * One thing and how often it was seen.
     *
     * @param item the thing
     * @param count occurrences, at least 1
     */
    public record Counted<T>(T item, long count) {}

    /**
     * An empty sample.
     *
     * @param capacity how many distinct things are kept, at least 2
     * @param hash uniform over all 64 bits and equal for equal things
     */
    public CountedSample(int capacity, ToLongFunction<T> hash) {
        this.capacity = capacity;
        this.hash = hash;
    }

    /** Counts a thing {@code count} more times. */
    public void add(T item, long count) {
        long position = hash.applyAsLong(item);
        int at = Hash64.find(hashes, size, position);
        if (at >= 0) {
            counts[at] += count;
            return;
        }
        overflowed |= size == capacity;
        int gap = -at - 1;
        if (gap < capacity) {
            insert(gap, position, item, count);
        }
    }

    /** Puts a thing where it belongs; when there is no room, the last one goes. */
    private void insert(int at, long position, T item, long count) {
        if (size == hashes.length && size < capacity) {
            int room = Math.min(capacity, Math.max(FIRST_ROOM, 2 * size));
            hashes = Arrays.copyOf(hashes, room);
            items = Arrays.copyOf(items, room);
            counts = Arrays.copyOf(counts, room);
        }
        int moved = Math.min(size, capacity - 1) - at;
        System.arraycopy(hashes, at, hashes, at + 1, moved);
        System.arraycopy(items, at, items, at + 1, moved);
        System.arraycopy(counts, at, counts, at + 1, moved);
        hashes[at] = position;
        items[at] = item;
        counts[at] = count;
        size = Math.min(capacity, size + 1);
    }

    @SuppressWarnings("unchecked") // nothing else comes in
    private T item(int at) {
        return (T) items[at];
    }

    private Counted<T> counted(int at) {
        return new Counted<>(item(at), counts[at]);
    }

    /** Whether adding a thing would change which things are kept. */
    public boolean admits(T item) {
        int at = Hash64.find(hashes, size, hash.applyAsLong(item));
        return at < 0 && -at - 1 < capacity;
    }

    /** The thing that would make room for another; empty while there is room. */
    public Optional<T> next() {
        return size < capacity ? Optional.empty() : Optional.of(item(size - 1));
    }

    /** Adds what another sample of the same capacity and hash counted. */
    public void addAll(CountedSample<T> other) {
        for (int at = 0; at < other.size; at++) {
            add(other.item(at), other.counts[at]);
        }
        overflowed |= other.overflowed;
    }

    /** Marks that things were left out; for restoring a stored sample. */
    public void markOverflowed() {
        overflowed = true;
    }

    /** Whether there were more distinct things than the capacity. */
    public boolean overflowed() {
        return overflowed;
    }

    /** How many distinct things there were: exact up to the capacity, else the k-minimum-values estimate. */
    public long distinct() {
        if (!overflowed) {
            return size;
        }
        double largest = (hashes[size - 1] >>> 1) / 0x1p63;
        return Math.round((size - 1) / largest);
    }

    /** How often a thing was seen; 0 when it is not kept. */
    public long countOf(T item) {
        int at = Hash64.find(hashes, size, hash.applyAsLong(item));
        return at < 0 ? 0 : counts[at];
    }

    /** What was kept, most frequent first; equal counts in hash order. */
    public List<Counted<T>> mostFrequentFirst() {
        List<Counted<T>> all = inHashOrder();
        all.sort(Comparator.comparingLong((Counted<T> counted) -> counted.count())
                .reversed());
        return all;
    }

    /** A list of what was kept, in the order of the hashes: the order to store it in. */
    public List<Counted<T>> inHashOrder() {
        List<Counted<T>> all = new ArrayList<>(size);
        for (int at = 0; at < size; at++) {
            all.add(counted(at));
        }
        return all;
    }

    /** How many distinct things are kept. */
    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedSample<?> that
                && overflowed == that.overflowed
                && Arrays.equals(hashes, 0, size, that.hashes, 0, that.size)
                && Arrays.equals(counts, 0, size, that.counts, 0, that.size)
                && Arrays.equals(items, 0, size, that.items, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hashCode = size;
        for (int at = 0; at < size; at++) {
            hashCode = 31 * hashCode + Long.hashCode(hashes[at] ^ counts[at]);
        }
        return hashCode;
    }

    @Override
    public String toString() {
        return mostFrequentFirst() + (overflowed ? " and others" : "");
    }
}
