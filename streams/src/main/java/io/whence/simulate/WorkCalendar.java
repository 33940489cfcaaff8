/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Which days are worked where: weekends, public holidays, and weekend days that make up for them. */
final class WorkCalendar {

    /** What a day is. */
    enum Day {
        WORK,
        WEEKEND,
        HOLIDAY
    }

    private final Map<String, Day> exceptions = new HashMap<>();

    /** The calendar of {@code calendar.csv}. */
    WorkCalendar() {
        for (Map<String, String> row : Table.rows("calendar.csv")) {
            LocalDate from = LocalDate.parse(Table.text(row, "from"));
            Day day = Table.text(row, "kind").equals("WORK") ? Day.WORK : Day.HOLIDAY;
            for (int i = 0; i < Table.number(row, "days"); i++) {
                exceptions.put(Table.text(row, "country") + from.plusDays(i), day);
            }
        }
    }

    Day of(Place place, LocalDate date) {
        Day exception = exceptions.get(place.country() + date);
        if (exception != null) {
            return exception;
        }
        return place.weekend().contains(date.getDayOfWeek()) ? Day.WEEKEND : Day.WORK;
    }
}
