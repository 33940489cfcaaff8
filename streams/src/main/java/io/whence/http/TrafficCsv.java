/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.domain.origin.Region;
import io.whence.query.Traffic;
import io.whence.query.TrafficRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Traffic as the file {@code regional-traffic.csv}: requests by region and day (RFC 4180). */
final class TrafficCsv {

    static final String CONTENT_TYPE = "text/csv; charset=utf-8; header=present";

    private static final String HEADER = "organization_id,region,day,requests\r\n";

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::day).thenComparing(Cell::region);

    private record Cell(LocalDate day, Region region) {}

    private TrafficCsv() {}

    static String of(Traffic traffic) {
        Map<Cell, Long> requests = new TreeMap<>(ORDER);
        for (TrafficRow row : traffic.rows()) {
            requests.merge(new Cell(row.day(), row.region()), row.requests(), Long::sum);
        }
        String organization = field(traffic.organizationId());
        StringBuilder csv = new StringBuilder(HEADER);
        requests.forEach((cell, count) -> csv.append(organization)
                .append(',')
                .append(field(cell.region().code()))
                .append(',')
                .append(cell.day())
                .append(',')
                .append(count)
                .append("\r\n"));
        return csv.toString();
    }

    /** Says under which name to save it; whatever a file name or a header cannot hold becomes an underscore. */
    static String disposition(Traffic traffic) {
        String name = traffic.organizationId().replaceAll("[^A-Za-z0-9._@-]", "_");
        return "attachment; filename=\"regional-traffic-" + name + ".csv\"";
    }

    /**
     * A field as text. One that a spreadsheet would take for a formula is led by an apostrophe (OWASP, "CSV
     * Injection").
     */
    static String field(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
