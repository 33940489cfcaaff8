/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What others on an exit may know of an organization: no name, no address.
 *
 * @param createdOn UTC day on which it became a customer, or null when nobody says
 * @param family hash of its parent or else of itself: organizations of one family may share what they like
 * @param regions codes of at most {@value #REGIONS} regions that it was seen in directly in the week before
 */
public record ExitAccount(@Nullable LocalDate createdOn, long family, SortedSet<String> regions) {

    /** More regions tell no more. */
    public static final int REGIONS = 4;

    /** An organization is young for so many days; an assumption. */
    static final int YOUNG_DAYS = 60;

    /** Accounts of one operator come within so many days of each other: 20,000 in three days (factory.ai). */
    static final int BURST_DAYS = 3;

    public ExitAccount {
        TreeSet<String> some = new TreeSet<>(regions);
        while (some.size() > REGIONS) {
            some.pollLast();
        }
        regions = Collections.unmodifiableSortedSet(some);
    }

    /** The same with more regions. */
    ExitAccount seenIn(Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(regions);
        all.addAll(more);
        return new ExitAccount(createdOn, family, all);
    }

    /** Whether it became a customer in the last {@value #YOUNG_DAYS} days. */
    public boolean youngOn(LocalDate day) {
        return createdOn != null && !createdOn.isAfter(day) && ChronoUnit.DAYS.between(createdOn, day) <= YOUNG_DAYS;
    }

    /** Whether both became customers within {@value #BURST_DAYS} days. */
    boolean cameWith(ExitAccount other) {
        return createdOn != null
                && other.createdOn != null
                && Math.abs(ChronoUnit.DAYS.between(createdOn, other.createdOn)) <= BURST_DAYS;
    }
}
