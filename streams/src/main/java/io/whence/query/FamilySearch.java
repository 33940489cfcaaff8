/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Families;
import io.whence.domain.cases.GroupTraffic;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up an organization and all that belong to it. */
record FamilySearch(StateView state) {

    /** Each member costs a walk through weeks of its tallies. */
    static final int MAX_MEMBERS = OrganizationSearch.MAX_LIMIT;

    /** The family; empty when the organization is not known here and nobody belongs to it. */
    Optional<OrganizationFamily> of(String organizationId) {
        Families.Family family = new Families(parents()).of(organizationId);
        Organization top = state.organization(organizationId);
        boolean known = !top.equals(Organization.unknown(organizationId))
                || state.clock(organizationId).isPresent();
        return known || !family.members().isEmpty() ? Optional.of(sum(top, family)) : Optional.empty();
    }

    private Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        state.forEachProfile(profile -> {
            if (profile.parentId() != null) {
                parents.put(profile.organizationId(), profile.parentId());
            }
        });
        return parents;
    }

    private OrganizationFamily sum(Organization top, Families.Family family) {
        Policies policies = new Policies(state.policies());
        List<FamilyMember> members = new ArrayList<>();
        List<RegionSum> sums = new ArrayList<>();
        List<DayTally> together = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of(top.organizationId()));
        all.addAll(family.members());
        for (String id : all.subList(0, Math.min(all.size(), MAX_MEMBERS))) {
            List<DayTally> tallies = tallies(id);
            together.addAll(tallies);
            List<RegionSum> regions = RegionSums.of(id, tallies, policies);
            sums.addAll(regions);
            members.add(new FamilyMember(
                    state.organization(id),
                    state.cases(id),
                    regions.stream().mapToLong(RegionSum::requests).sum()));
        }
        return new OrganizationFamily(
                top,
                members,
                all.size() - members.size(),
                RegionSums.merged(sums),
                policies.policies().stream()
                        .flatMap(policy -> GroupTraffic.of(policy, together).stream())
                        .toList(),
                family.problems());
    }

    private List<DayTally> tallies(String organizationId) {
        return state.clock(organizationId)
                .map(clock -> DayRange.endingWith(OrganizationClock.dayOf(clock.latest()), WhenceQueries.OVERVIEW_DAYS))
                .map(days -> state.tallies(organizationId, days.first(), days.last()))
                .orElse(List.of());
    }
}
