/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * On which days people of a country work.
 *
 * @param off public holidays by country code
 * @param work weekend days on which people work, by country code
 */
public record Calendars(Map<String, Set<LocalDate>> off, Map<String, Set<LocalDate>> work) {

    /** Countries whose weekend is Thursday and Friday. */
    private static final Set<String> THURSDAY_FRIDAY = Set.of("IR");

    public Calendars {
        off = Map.copyOf(off);
        work = Map.copyOf(work);
    }

    /** Whether the calendar of a country is known for a year. */
    boolean knows(Region country, int year) {
        return off.getOrDefault(country.code(), Set.of()).stream().anyMatch(day -> day.getYear() == year);
    }

    boolean holiday(Region country, LocalDate day) {
        return off.getOrDefault(country.code(), Set.of()).contains(day);
    }

    /** Whether a weekend day is a workday there. */
    boolean makeUp(Region country, LocalDate day) {
        return work.getOrDefault(country.code(), Set.of()).contains(day);
    }

    boolean weekend(Region country, LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return THURSDAY_FRIDAY.contains(country.code())
                ? weekday == DayOfWeek.THURSDAY || weekday == DayOfWeek.FRIDAY
                : weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    /** Whether nothing sets the day apart in a country. */
    boolean ordinaryWorkday(Region country, LocalDate day) {
        return !weekend(country, day) && !holiday(country, day);
    }
}
