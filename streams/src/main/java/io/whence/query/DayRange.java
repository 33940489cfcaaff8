/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some UTC days in a row.
 *
 * @param first the first of them
 * @param last the last of them, at most {@value #MAX_DAYS} days in all
 */
public record DayRange(LocalDate first, LocalDate last) {

    /** A year: as long as the longest window of a policy. */
    public static final int MAX_DAYS = 366;

    public DayRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the first day, " + first + ", comes after the last, " + last);
        }
        if (count(first, last) > MAX_DAYS) {
            throw new IllegalArgumentException("more than " + MAX_DAYS + " days: " + first + " to " + last);
        }
    }

    private static long count(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** How many days, 1 to {@value #MAX_DAYS}. */
    public long count() {
        return count(first, last);
    }

    /** So many days that end with a day. */
    public static DayRange endingWith(LocalDate last, int days) {
        return new DayRange(last.minusDays(days - 1L), last);
    }
}
