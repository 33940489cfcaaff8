/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How a caller's requests spread over its own day and week.
 *
 * @param offset its local time
 * @param hours relative weight of each local hour, 24 of them
 * @param weekend traffic of a Saturday or Sunday relative to a working day, 0 to 1
 * @param holidays local dates on which it is at {@value #HOLIDAY} of a working day
 */
record Rhythm(ZoneOffset offset, List<Integer> hours, double weekend, Set<LocalDate> holidays) {
    static final double HOLIDAY = 0.15;

    /**
     * A working day with a lunch break: median hourly requests to GPT-4 from a campus in Guangzhou (BurstGPT, CC-BY
     * 4.0, read off its figure 3).
     */
    private static final List<Integer> OFFICE_HOURS =
            List.of(25, 18, 8, 5, 4, 4, 4, 3, 8, 36, 66, 68, 27, 39, 67, 85, 85, 67, 40, 50, 59, 57, 53, 29);

    /** People at home and on their way; shape assumed. */
    private static final List<Integer> CONSUMER_HOURS =
            List.of(30, 18, 10, 7, 6, 8, 18, 35, 48, 52, 54, 58, 66, 62, 58, 58, 62, 70, 82, 95, 100, 96, 78, 52);

    /** Dragon Boat Festival 2024 with the weekend before it. */
    private static final Set<LocalDate> HOLIDAYS_CN = Set.of(LocalDate.of(2024, 6, 10));

    /** Russia Day. */
    private static final Set<LocalDate> HOLIDAYS_RU = Set.of(LocalDate.of(2024, 6, 12));

    private static final double OFFICE_WEEKEND = 0.15;

    Rhythm {
        hours = List.copyOf(hours);
        holidays = Set.copyOf(holidays);
        if (hours.size() != 24) {
            throw new IllegalArgumentException("a day has 24 hours, not " + hours.size());
        }
    }

    /** A working day at an offset in hours and minutes, such as {@code +02:00}. */
    static Rhythm office(String offset) {
        return new Rhythm(ZoneOffset.of(offset), OFFICE_HOURS, OFFICE_WEEKEND, Set.of());
    }

    static Rhythm officeInChina() {
        return new Rhythm(ZoneOffset.of("+08:00"), OFFICE_HOURS, OFFICE_WEEKEND, HOLIDAYS_CN);
    }

    static Rhythm officeInMoscow() {
        return new Rhythm(ZoneOffset.of("+03:00"), OFFICE_HOURS, OFFICE_WEEKEND, HOLIDAYS_RU);
    }

    static Rhythm consumers(String offset) {
        return new Rhythm(ZoneOffset.of(offset), CONSUMER_HOURS, 1, Set.of());
    }

    static Rhythm machine() {
        return new Rhythm(ZoneOffset.UTC, Collections.nCopies(24, 1), 1, Set.of());
    }

    /** Share of an ordinary working day's traffic that falls into the hour that begins at a time. */
    double share(OffsetDateTime hour) {
        var local = hour.withOffsetSameInstant(offset);
        var all = hours.stream().mapToInt(Integer::intValue).sum();
        return dayFactor(local.toLocalDate()) * hours.get(local.getHour()) / all;
    }

    private double dayFactor(LocalDate day) {
        if (holidays.contains(day)) {
            return HOLIDAY;
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? weekend : 1;
    }
}
