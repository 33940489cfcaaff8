/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.query.OrganizationOverview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One organization at a glance.
 *
 * @param organization what the provider knows of it
 * @param cases where it stands, one for each policy that has assessed it
 * @param latestEventAt its latest event time
 * @param closedThrough its last day that takes no more events
 * @param from first of the days that are summed up
 * @param to last of the days that are summed up
 * @param requests all requests of these days, refused ones included
 * @param coverage share of these requests that could be located, 0 to 1
 * @param regions unsupported first, then indeterminate, then supported, each with most requests first
 */
public record OverviewView(
        OrganizationView organization,
        List<CaseView> cases,
        Instant latestEventAt,
        LocalDate closedThrough,
        LocalDate from,
        LocalDate to,
        long requests,
        double coverage,
        List<RegionSumView> regions) {

    public static OverviewView of(OrganizationOverview overview) {
        return new OverviewView(
                OrganizationView.of(overview.organization()),
                overview.cases().stream().map(CaseView::of).toList(),
                overview.clock().latest(),
                overview.clock().closedThrough(),
                overview.days().first(),
                overview.days().last(),
                overview.requests(),
                overview.coverage(),
                overview.regions().stream().map(RegionSumView::of).toList());
    }
}
