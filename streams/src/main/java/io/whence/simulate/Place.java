/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where people work.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param zone their local time
 * @param point the largest city
 * @param home relative weight among clean organizations
 * @param evader relative weight among organizations that operate from an unsupported region
 * @param facade relative weight among the places those claim to be in
 * @param weekend the days that are free
 */
record Place(
        String country, ZoneId zone, Point point, double home, double evader, double facade, Set<DayOfWeek> weekend) {

    /** The places of {@code places.csv}. */
    static List<Place> all() {
        return Table.rows("places.csv").stream().map(Place::of).toList();
    }

    private static Place of(Map<String, String> row) {
        return new Place(
                Table.text(row, "country"),
                ZoneId.of(Table.text(row, "zone")),
                new Point(Table.number(row, "latitude"), Table.number(row, "longitude")),
                Table.number(row, "home"),
                Table.number(row, "evader"),
                Table.number(row, "facade"),
                weekend(Table.text(row, "weekend")));
    }

    private static Set<DayOfWeek> weekend(String text) {
        return switch (text) {
            case "SAT-SUN" -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            case "FRI-SAT" -> Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
            case "THU-FRI" -> Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
            default -> throw new IllegalArgumentException("places.csv: unknown weekend " + text);
        };
    }
}
