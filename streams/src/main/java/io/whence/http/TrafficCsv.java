/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.domain.origin.Region;
import io.whence.query.Traffic;
import io.whence.query.TrafficRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Traffic as the file {@code regional-traffic.csv}: requests by region and day. */
final class TrafficCsv {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::day).thenComparing(Cell::region);

    private record Cell(LocalDate day, Region region) {}

    private TrafficCsv() {}

    static byte[] of(Traffic traffic) {
        Map<Cell, Long> requests = new TreeMap<>(ORDER);
        for (TrafficRow row : traffic.rows()) {
            requests.merge(new Cell(row.day(), row.region()), row.requests(), Long::sum);
        }
        CsvTable table = new CsvTable("organization_id", "region", "day", "requests");
        requests.forEach((cell, count) ->
                table.row(traffic.organizationId(), cell.region().code(), cell.day(), count));
        return table.bytes();
    }
}
