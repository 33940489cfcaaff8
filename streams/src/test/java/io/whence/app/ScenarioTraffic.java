/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Spells out a {@code traffic.csv}: each row says who asks from where, so often a day, on consecutive days. */
final class ScenarioTraffic {

    private static final List<String> COLUMNS = List.of(
            "organization",
            "project",
            "key",
            "address",
            "forwarded_for",
            "first_day",
            "days",
            "requests_a_day",
            "hours",
            "path",
            "status",
            "edge_location",
            "user_agent",
            "arrives");

    private static final String DEFAULT_HOURS = "8-18";

    /** An event and when it comes in. */
    private record Arrival(Instant at, AccessEvent event) {}

    /** One row, for one organization. */
    private record Row(String name, String organization, Map<String, String> cells) {

        String cell(String column, String otherwise) {
            return cells.getOrDefault(column, otherwise);
        }

        int number(String column) {
            return Integer.parseInt(cell(column, "1"));
        }
    }

    private ScenarioTraffic() {}

    /** The events of a file, in the order in which they come in. */
    static List<AccessEvent> read(Path file) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        int number = 0;
        for (Map<String, String> cells : CsvTable.read(file, COLUMNS)) {
            number++;
            for (String organization : spelledOut(cells.get("organization"))) {
                addDays(new Row("row-" + number, organization, cells), arrivals);
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at)
                .thenComparing(arrival -> arrival.event().eventId()));
        return arrivals.stream().map(Arrival::event).toList();
    }

    private static void addDays(Row row, List<Arrival> arrivals) {
        LocalDate first = LocalDate.parse(row.cells().get("first_day"));
        int requests = row.number("requests_a_day");
        for (int day = 0; day < row.number("days"); day++) {
            for (int request = 0; request < requests; request++) {
                Instant time = timeOf(row, first.plusDays(day), request, requests);
                AccessEvent event = event(row, day * requests + request, time);
                arrivals.add(new Arrival(Instant.parse(row.cell("arrives", time.toString())), event));
            }
        }
    }

    /** The requests of a day are spread evenly over its hours, written 8-18 or 23:59:59. */
    private static Instant timeOf(Row row, LocalDate day, int request, int requests) {
        String[] hours = row.cell("hours", DEFAULT_HOURS).split("-");
        Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Duration from = sinceMidnight(hours[0]);
        Duration span =
                hours.length == 1 ? Duration.ZERO : sinceMidnight(hours[1]).minus(from);
        return midnight.plus(from).plusSeconds(span.toSeconds() * request / requests);
    }

    private static Duration sinceMidnight(String hour) {
        return hour.contains(":")
                ? Duration.between(LocalTime.MIN, LocalTime.parse(hour))
                : Duration.ofHours(Integer.parseInt(hour));
    }

    private static AccessEvent event(Row row, int number, Instant time) {
        return new AccessEvent(
                row.name() + "-" + row.organization() + "-" + number,
                time,
                row.organization(),
                row.cells().get("project"),
                inTurn(row.cell("key", "key-1"), number),
                Channel.API,
                inTurn(row.cells().get("address"), number),
                forwarded(row),
                "POST",
                row.cell("path", "/v1/chat/completions"),
                Integer.parseInt(row.cell("status", "200")),
                row.cells().get("user_agent"),
                null,
                null,
                null,
                null,
                row.cells().get("edge_location"),
                null);
    }

    /** The hops of a header are written with semicolons, because commas end a value. */
    private static @Nullable String forwarded(Row row) {
        String hops = row.cells().get("forwarded_for");
        return hops == null ? null : hops.replaceAll("\\s*;\\s*", ", ");
    }

    private static String inTurn(String pattern, int number) {
        List<String> all = spelledOut(pattern);
        return all.get(number % all.size());
    }

    /** {@code key-[1-3]} stands for key-1, key-2 and key-3. */
    private static List<String> spelledOut(String pattern) {
        int open = pattern.indexOf('[');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf(']', open);
        String[] range = pattern.substring(open + 1, close).split("-");
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                .mapToObj(number -> pattern.substring(0, open) + number + pattern.substring(close + 1))
                .toList();
    }
}
