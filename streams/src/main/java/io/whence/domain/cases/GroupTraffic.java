/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What organizations that belong together sent directly out of one unsupported region, judged as if they were one. It
 * is for officers to see: nobody is warned for a sister.
 *
 * @param policyId the policy
 * @param policyVersion the version in force on the last day
 * @param region the region
 * @param requests admitted requests of all of them
 * @param days UTC days with such requests
 * @param share these requests as a share of all admitted requests of the window, 0 to 1
 * @param reached whether this much of one organization would be worth a notice
 */
public record GroupTraffic(
        String policyId, int policyVersion, Region region, long requests, int days, double share, boolean reached) {

    /** What it comes to in the window that ends with the last day of the tallies, by region; none without tallies. */
    public static List<GroupTraffic> of(RegionPolicy policy, Collection<DayTally> tallies) {
        LocalDate last =
                tallies.stream().map(DayTally::day).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        if (tallies.isEmpty()) {
            return List.of();
        }
        PolicyVersion version = policy.versionInForce(last.atStartOfDay().toInstant(ZoneOffset.UTC));
        LocalDate before = last.minusDays(version.thresholds().windowDays());
        List<DayTally> window = tallies.stream()
                .filter(tally -> tally.day().isAfter(before) && JudgedTally.applies(policy, tally))
                .toList();
        long all = window.stream().mapToLong(tally -> tally.tally().admitted()).sum();
        Map<Region, Long> requests = new TreeMap<>();
        Map<Region, Set<LocalDate>> days = new TreeMap<>();
        for (DayTally tally : window) {
            if (direct(policy, tally)) {
                requests.merge(tally.provenance().region(), tally.tally().admitted(), Long::sum);
                days.computeIfAbsent(tally.provenance().region(), none -> new HashSet<>())
                        .add(tally.day());
            }
        }
        return requests.entrySet().stream()
                .map(sum -> judged(version, sum.getKey(), sum.getValue(), daysOf(days, sum.getKey()), all))
                .toList();
    }

    private static int daysOf(Map<Region, Set<LocalDate>> days, Region region) {
        return days.getOrDefault(region, Set.of()).size();
    }

    private static boolean direct(RegionPolicy policy, DayTally tally) {
        return tally.tally().admitted() > 0
                && !tally.provenance().networkType().placedByProvider()
                && JudgedTally.standingUnder(policy, tally) == Standing.UNSUPPORTED;
    }

    private static GroupTraffic judged(PolicyVersion version, Region region, long requests, int days, long all) {
        double share = (double) requests / all;
        return new GroupTraffic(
                version.policyId(),
                version.version(),
                region,
                requests,
                days,
                share,
                version.thresholds().reachedBy(requests, days, share));
    }
}
