/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.LocalDate;
import java.util.List;

/**
 * The traffic of an organization by region and day.
 *
 * @param organizationId the organization
 * @param days the days asked for
 * @param closedThrough the last day that takes no more events; what comes after may still grow
 * @param rows by day, region, type of network, and whether the place is disputed
 */
public record Traffic(String organizationId, DayRange days, LocalDate closedThrough, List<TrafficRow> rows) {

    public Traffic {
        rows = List.copyOf(rows);
    }
}
