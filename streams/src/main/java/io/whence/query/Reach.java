/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which copies of the state an answer is read from, and which partitions it had to do without. It takes note of what
 * its thread reads from {@link #open} on until it is closed.
 */
public final class Reach implements AutoCloseable {

    private static final ThreadLocal<@Nullable Reach> CURRENT = new ThreadLocal<>();

    private final @Nullable Reach outer;
    private final SortedMap<Integer, Copy> copies = new TreeMap<>();
    private final SortedSet<Integer> missing = new TreeSet<>();

    private Reach(@Nullable Reach outer) {
        this.outer = outer;
    }

    /** Takes note from now on, instead of the one that does so far, if any. */
    public static Reach open() {
        Reach reach = new Reach(CURRENT.get());
        CURRENT.set(reach);
        return reach;
    }

    /** Something was read from a copy. */
    public static void read(Copy copy) {
        Reach current = CURRENT.get();
        if (current != null) {
            current.copies.merge(copy.partition(), copy, Copy::worst);
        }
    }

    /** No copy of a partition can be read: the answer does without it, for good. */
    public static void miss(int partition) {
        Reach current = CURRENT.get();
        if (current != null) {
            current.missing.add(partition);
        }
    }

    /** Whether this thread's answer does without a partition. */
    public static boolean missed(int partition) {
        Reach current = CURRENT.get();
        return current != null && current.missing.contains(partition);
    }

    /** Whether this thread's answer does without some partition already. */
    public static boolean missedAny() {
        Reach current = CURRENT.get();
        return current != null && !current.missing.isEmpty();
    }

    /** This thread's answer is read from all that another one was read from, some time ago. */
    static void readAs(Reach other, Duration age) {
        other.copies.values().forEach(copy -> read(copy.aged(age)));
        other.missing.forEach(Reach::miss);
    }

    /** The copies, by partition; where several of one partition were read, what is true of all of them. */
    public SortedMap<Integer, Copy> copies() {
        return Collections.unmodifiableSortedMap(copies);
    }

    /** The partitions that nobody could be asked about. */
    public SortedSet<Integer> missing() {
        return Collections.unmodifiableSortedSet(missing);
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
