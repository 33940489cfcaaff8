/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Exact counts of at most {@code capacity} distinct things, and an estimate of how many distinct things there were.
 *
 * <p>It keeps the things with the smallest hashes (bottom-k sampling: Cohen and Kaplan, "Summarizing data using
 * bottom-k sketches", PODC 2007). A thing among the smallest at the end was among them from its first occurrence on, so
 * its count is exact, and neither the order of events nor the way they were divided among samples changes the result.
 *
 * @param <T> what is counted
 */
public final class CountedSample<T> {

    private final int capacity;
    private final ToLongFunction<T> hash;
    private final NavigableMap<Long, Counted<T>> byHash = new TreeMap<>(Long::compareUnsigned);
    private boolean overflowed;

    /**
     * One thing and how often it was seen.
     *
     * @param item the thing
     * @param count occurrences, at least 1
     */
    public record Counted<T>(T item, long count) {
        Counted<T> plus(long more) {
            return new Counted<>(item, count + more);
        }
    }

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
        Counted<T> known = byHash.get(position);
        byHash.put(position, known == null ? new Counted<>(item, count) : known.plus(count));
        if (byHash.size() > capacity) {
            byHash.pollLastEntry();
            overflowed = true;
        }
    }

    /** Whether adding a thing would change which things are kept. */
    public boolean admits(T item) {
        long position = hash.applyAsLong(item);
        return !byHash.containsKey(position)
                && (byHash.size() < capacity || Long.compareUnsigned(position, byHash.lastKey()) < 0);
    }

    /** The thing that would make room for another; empty while there is room. */
    public Optional<T> next() {
        return byHash.size() < capacity
                ? Optional.empty()
                : Optional.of(byHash.lastEntry().getValue().item());
    }

    /** Adds what another sample of the same capacity and hash counted. */
    public void addAll(CountedSample<T> other) {
        for (Counted<T> counted : other.byHash.values()) {
            add(counted.item(), counted.count());
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
            return byHash.size();
        }
        double largest = (byHash.lastKey() >>> 1) / 0x1p63;
        return Math.round((byHash.size() - 1) / largest);
    }

    /** How often a thing was seen; 0 when it is not kept. */
    public long countOf(T item) {
        Counted<T> known = byHash.get(hash.applyAsLong(item));
        return known == null ? 0 : known.count();
    }

    /** What was kept, most frequent first; equal counts in hash order. */
    public List<Counted<T>> mostFrequentFirst() {
        List<Counted<T>> all = new ArrayList<>(byHash.values());
        all.sort(Comparator.comparingLong((Counted<T> counted) -> counted.count())
                .reversed());
        return all;
    }

    /** What was kept, in the order of the hashes: the order to store it in. */
    public Iterable<Counted<T>> inHashOrder() {
        return byHash.values();
    }

    /** How many distinct things are kept. */
    public int size() {
        return byHash.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedSample<?> that
                && overflowed == that.overflowed
                && Map.copyOf(byHash).equals(Map.copyOf(that.byHash));
    }

    @Override
    public int hashCode() {
        return byHash.hashCode();
    }

    @Override
    public String toString() {
        return mostFrequentFirst() + (overflowed ? " and others" : "");
    }
}
