/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.DayTally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up tallies by region and by the worst that any policy says of them. */
final class RegionSums {

    private static final Comparator<RegionSum> ORDER = Comparator.comparingInt(
                    (RegionSum sum) -> JudgedTally.WORST_FIRST.indexOf(sum.standing()))
            .thenComparing(Comparator.comparingLong(RegionSum::requests).reversed())
            .thenComparing(RegionSum::region);

    private RegionSums() {}

    static List<RegionSum> of(String organizationId, List<DayTally> tallies, Policies policies) {
        return merged(tallies.stream()
                .map(tally -> new RegionSum(
                        tally.provenance().region(),
                        JudgedTally.judge(organizationId, tally, policies).worst(),
                        tally.tally().requests(),
                        tally.tally().refused()))
                .toList());
    }

    /** One sum for each region and standing. */
    static List<RegionSum> merged(List<RegionSum> all) {
        Map<String, RegionSum> sums = new TreeMap<>();
        all.forEach(sum -> sums.merge(sum.region() + "/" + sum.standing(), sum, RegionSums::add));
        return sums.values().stream().sorted(ORDER).toList();
    }

    private static RegionSum add(RegionSum one, RegionSum other) {
        return new RegionSum(
                one.region(), one.standing(), one.requests() + other.requests(), one.refused() + other.refused());
    }
}
