/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.domain.policy.Standing;
import io.whence.http.view.CaseView;
import io.whence.http.view.OrganizationsView;
import io.whence.http.view.OverviewView;
import io.whence.http.view.RegionSumView;
import org.jspecify.annotations.Nullable;

/** Organizations as a file: a row for each case, and one for each organization that has none. */
final class OrganizationsCsv {

    private OrganizationsCsv() {}

    static byte[] of(OrganizationsView found) {
        CsvTable table = new CsvTable(
                "organization_id",
                "name",
                "policy_id",
                "state",
                "noticed_at",
                "enforceable_from",
                "deadline",
                "latest_event_at",
                "from",
                "to",
                "requests",
                "unsupported",
                "coverage");
        found.organizations().forEach(organization -> add(table, organization));
        return table.bytes();
    }

    private static void add(CsvTable table, OverviewView organization) {
        if (organization.cases().isEmpty()) {
            table.row(row(organization, null));
        }
        organization.cases().forEach(known -> table.row(row(organization, known)));
    }

    private static @Nullable Object[] row(OverviewView organization, @Nullable CaseView known) {
        return new @Nullable Object[] {
            organization.organization().organizationId(),
            organization.organization().name(),
            known == null ? null : known.policyId(),
            known == null ? "CLEAR" : known.state(),
            known == null ? null : known.noticedAt(),
            known == null ? null : known.enforceableFrom(),
            known == null ? null : known.deadline(),
            organization.latestEventAt(),
            organization.from(),
            organization.to(),
            organization.requests(),
            unsupported(organization),
            organization.coverage()
        };
    }

    private static long unsupported(OverviewView organization) {
        return organization.regions().stream()
                .filter(region -> region.standing().equals(Standing.UNSUPPORTED.name()))
                .mapToLong(RegionSumView::requests)
                .sum();
    }
}
