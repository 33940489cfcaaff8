/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what all organizations sent: closed days from the totals that the stream keeps, open ones from the tallies.
 *
 * @param state the state of this instance
 */
record TotalsSearch(StateView state) {

    private static final Comparator<RegionTotal> ORDER = Comparator.comparing(RegionTotal::day)
            .thenComparing(total -> JudgedTally.WORST_FIRST.indexOf(total.standing()))
            .thenComparing(Comparator.comparingLong(RegionTotal::requests).reversed())
            .thenComparing(RegionTotal::region);

    /** In the order of days, the worst standing and most requests of each day first. */
    List<RegionTotal> of(DayRange days) {
        Map<RegionTotal.Place, RegionTotal> sums = new HashMap<>();
        state.totals(days.first(), days.last()).forEach(total -> add(sums, total));
        Policies policies = new Policies(state.policies());
        state.forEachOrganization((id, clock) -> open(id, clock, days, policies).forEach(total -> add(sums, total)));
        return sums.values().stream().sorted(ORDER).toList();
    }

    private List<RegionTotal> open(String id, OrganizationClock clock, DayRange days, Policies policies) {
        LocalDate firstOpen = clock.closedThrough().plusDays(1);
        LocalDate first = firstOpen.isBefore(days.first()) ? days.first() : firstOpen;
        return first.isAfter(days.last())
                ? List.of()
                : RegionTotal.of(state.tallies(id, first, days.last()).stream()
                        .map(tally -> JudgedTally.judge(id, tally, policies))
                        .toList());
    }

    private static void add(Map<RegionTotal.Place, RegionTotal> sums, RegionTotal total) {
        sums.merge(total.place(), total, RegionTotal::plus);
    }
}
