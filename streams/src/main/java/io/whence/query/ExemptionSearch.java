/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.ExemptionUse;
import io.whence.domain.cases.ExemptionUses;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the uses of an organization's exemptions in all that is kept of its traffic. */
record ExemptionSearch(StateView state) {

    /** A tally names keys and networks: so many days are held in full at a time. */
    private static final int DAYS_AT_A_TIME = 7;

    /** The exemptions with their uses, by policy; empty when the organization has sent nothing. */
    Optional<List<ExemptionUse>> of(String organizationId) {
        return state.clock(organizationId).map(clock -> uses(organizationId, clock));
    }

    private List<ExemptionUse> uses(String organizationId, OrganizationClock clock) {
        Organization organization = state.organization(organizationId);
        List<ComplianceCase> cases = state.cases(organizationId);
        List<ExemptionUse> uses = new ArrayList<>();
        for (RegionPolicy policy : state.policies()) {
            List<Exemption> exemptions = cases.stream()
                    .filter(known -> known.policyId().equals(policy.id()))
                    .findFirst()
                    .orElseGet(() -> ComplianceCase.none(organizationId, policy.id()))
                    .exemptions(organization);
            uses.addAll(counted(organizationId, new ExemptionUses(policy, exemptions), exemptions, clock.latest()));
        }
        return uses;
    }

    private List<ExemptionUse> counted(
            String organizationId, ExemptionUses uses, List<Exemption> exemptions, Instant latest) {
        LocalDate last = OrganizationClock.dayOf(latest);
        LocalDate first = exemptions.stream()
                .map(one -> OrganizationClock.dayOf(one.from()))
                .min(LocalDate::compareTo)
                .orElse(last.plusDays(1));
        LocalDate oldest = last.minusDays(DayRange.MAX_DAYS);
        for (LocalDate day = first.isBefore(oldest) ? oldest : first;
                !day.isAfter(last);
                day = day.plusDays(DAYS_AT_A_TIME)) {
            LocalDate end = day.plusDays(DAYS_AT_A_TIME - 1L);
            uses.add(state.tallies(organizationId, day, end.isAfter(last) ? last : end));
        }
        return uses.at(latest);
    }
}
