/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.whence.query.Traffic;
import java.time.LocalDate;
import java.util.List;

/**
 * The traffic of an organization by region and day.
 *
 * @param organizationId the organization
 * @param from first of the days
 * @param to last of the days
 * @param closedThrough the last day that takes no more events
 * @param traffic by day, region, type of network, and whether the place is disputed
 */
public record TrafficView(
        String organizationId, LocalDate from, LocalDate to, LocalDate closedThrough, List<TrafficRowView> traffic) {

    public static TrafficView of(Traffic found) {
        return new TrafficView(
                found.organizationId(),
                found.days().first(),
                found.days().last(),
                found.closedThrough(),
                found.rows().stream().map(TrafficRowView::of).toList());
    }

    /** Each row with the organization, as it stands alone. */
    public List<Line> lines() {
        return traffic.stream().map(row -> new Line(organizationId, row)).toList();
    }

    /**
     * A row that says whose it is.
     *
     * @param organizationId the organization
     * @param row its members are those of the line
     */
    public record Line(String organizationId, @JsonUnwrapped TrafficRowView row) {}
}
