/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Organization;
import io.whence.domain.tally.OrganizationClock;
import java.util.List;

/**
 * One organization at a glance.
 *
 * @param organization what the provider knows of it
 * @param clock what time it is for the organization
 * @param cases where it stands, one for each policy that has assessed it
 * @param days the days that are summed up, the one under way included
 * @param regions what came from where: unsupported first, then indeterminate, then supported, each with most requests
 *     first
 */
public record OrganizationOverview(
        Organization organization,
        OrganizationClock clock,
        List<ComplianceCase> cases,
        DayRange days,
        List<RegionSum> regions) {

    public OrganizationOverview {
        cases = List.copyOf(cases);
        regions = List.copyOf(regions);
    }

    /** All requests, refused ones included. */
    public long requests() {
        return regions.stream().mapToLong(RegionSum::requests).sum();
    }

    /** Share of the requests whose region is known, 0 to 1; 1 when there were none. */
    public double coverage() {
        long requests = requests();
        long unlocated = regions.stream()
                .filter(sum -> sum.region().isUnknown())
                .mapToLong(RegionSum::requests)
                .sum();
        return requests == 0 ? 1 : 1 - (double) unlocated / requests;
    }
}
