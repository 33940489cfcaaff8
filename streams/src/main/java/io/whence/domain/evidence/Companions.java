/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.Hash64;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The other organizations on the exits that an organization used on a UTC day, as pseudonyms: a sample of those with
 * the smallest hashes. Answers about single exits add up in any order.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class Companions {

    /** Organizations kept a day. */
    public static final int KEPT = 24;

    /** Operators told apart exactly. */
    public static final int OPERATORS = 8;

    private final NavigableMap<Long, Shared> byHash = new TreeMap<>(Long::compareUnsigned);
    private final CountedSample<Long> operators = new CountedSample<>(OPERATORS, Hash64::of);

    /**
     * What is shared with another organization.
     *
     * @param exits how many exits
     * @param mates on how many of them it is a mate
     * @param regions codes of at most {@value ExitAccount#REGIONS} regions it was seen in directly
     */
    public record Shared(int exits, int mates, SortedSet<String> regions) {

        /** What is shared on some exits and some others. */
        Shared plus(Shared more) {
            TreeSet<String> all = new TreeSet<>(regions);
            all.addAll(more.regions);
            return new Shared(exits + more.exits, mates + more.mates, all);
        }

        public Shared {
            TreeSet<String> some = new TreeSet<>(regions);
            while (some.size() > ExitAccount.REGIONS) {
                some.pollLast();
            }
            regions = Collections.unmodifiableSortedSet(some);
        }
    }

    /** Adds the answer about one exit. */
    public void add(SharedExit answer) {
        for (SharedExit.Companion companion : answer.companions()) {
            int mate = companion.mate() ? 1 : 0;
            put(companion.organization(), 1, mate, companion.regions());
        }
        if (answer.companions().stream().anyMatch(SharedExit.Companion::mate)) {
            operators.add(answer.operator(), 1);
        }
    }

    /** Puts an organization back by its hash; for restoring. */
    public void put(long organization, int exits, int mates, Collection<String> regions) {
        byHash.merge(organization, new Shared(exits, mates, new TreeSet<>(regions)), Shared::plus);
        if (byHash.size() > KEPT) {
            byHash.pollLastEntry();
        }
    }

    /** The organizations kept, by hash. */
    public NavigableMap<Long, Shared> kept() {
        return Collections.unmodifiableNavigableMap(byHash);
    }

    /** Numbers of the autonomous systems of the exits that are shared with mates; live, for restoring. */
    public CountedSample<Long> operators() {
        return operators;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Companions that && byHash.equals(that.byHash) && operators.equals(that.operators);
    }

    @Override
    public int hashCode() {
        return byHash.hashCode();
    }
}
