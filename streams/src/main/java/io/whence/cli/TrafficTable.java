/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.http.view.TrafficRowView;
import io.whence.http.view.TrafficView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests by day and region: a line a day, a column a region, what is not supported first. */
final class TrafficTable {

    /** More columns do not fit beside each other. */
    private static final int COLUMNS = 7;

    private static final List<String> WORST_FIRST = List.of("UNSUPPORTED", "INDETERMINATE", "SUPPORTED");

    private record Column(String region, String standing, long requests) {
        Column plus(Column other) {
            String worst = severity(standing) <= severity(other.standing) ? standing : other.standing;
            return new Column(region, worst, requests + other.requests);
        }

        String head() {
            return region + (standing.equals("UNSUPPORTED") ? " x" : standing.equals("INDETERMINATE") ? " ?" : "");
        }
    }

    private TrafficTable() {}

    static List<String> lines(TrafficView view) {
        if (view.traffic().isEmpty()) {
            return List.of("no requests");
        }
        List<Column> columns = columns(view.traffic());
        List<Column> shown = columns.subList(0, Math.min(COLUMNS, columns.size()));
        Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
        for (TrafficRowView row : view.traffic()) {
            String column =
                    shown.stream().anyMatch(each -> each.region().equals(row.region())) ? row.region() : "others";
            days.computeIfAbsent(row.day(), day -> new TreeMap<>()).merge(column, row.requests(), Long::sum);
        }
        List<String> lines = new ArrayList<>();
        lines.add(head(shown, columns.size() > shown.size()));
        days.forEach((day, counts) -> lines.add(line(day, counts, shown, view.closedThrough())));
        lines.add("x unsupported, ? indeterminate");
        return lines;
    }

    private static List<Column> columns(List<TrafficRowView> rows) {
        Map<String, Column> byRegion = new TreeMap<>();
        for (TrafficRowView row : rows) {
            byRegion.merge(row.region(), new Column(row.region(), worst(row), row.requests()), Column::plus);
        }
        return byRegion.values().stream()
                .sorted(Comparator.comparingInt((Column column) -> severity(column.standing()))
                        .thenComparing(
                                Comparator.comparingLong(Column::requests).reversed()))
                .toList();
    }

    private static String worst(TrafficRowView row) {
        return row.standings().stream()
                .map(standing -> standing.standing())
                .min(Comparator.comparingInt(TrafficTable::severity))
                .orElse("SUPPORTED");
    }

    private static int severity(String standing) {
        return WORST_FIRST.indexOf(standing);
    }

    private static String head(List<Column> shown, boolean others) {
        StringBuilder head = new StringBuilder("day       ");
        shown.forEach(column -> head.append(cell(column.head())));
        return others ? head + cell("others") : head.toString();
    }

    private static String line(LocalDate day, Map<String, Long> counts, List<Column> shown, LocalDate closedThrough) {
        StringBuilder line = new StringBuilder(day.toString());
        shown.forEach(column -> line.append(cell(number(counts.get(column.region())))));
        if (counts.containsKey("others")) {
            line.append(cell(number(counts.get("others"))));
        }
        return line + (day.isAfter(closedThrough) ? "  still open" : "");
    }

    private static String number(@Nullable Long count) {
        return count == null ? "." : ExplainWords.count(count);
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%11s", text);
    }
}
