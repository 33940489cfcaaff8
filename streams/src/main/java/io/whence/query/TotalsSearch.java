/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.RegionTotal;
import io.whence.topology.StateView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what all organizations sent.
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
        state.totals(days.first(), days.last()).forEach(total -> sums.merge(total.place(), total, RegionTotal::plus));
        return sums.values().stream().sorted(ORDER).toList();
    }
}
