/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.DirectUse;
import io.whence.domain.evidence.EvidenceWindow;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The direct requests from unsupported regions, beside all others of an organization.
 *
 * @param policy the rules, each day judged by the version in force
 * @param window the facts of the days
 * @param tallies what was counted on them
 */
record DirectRequests(RegionPolicy policy, EvidenceWindow window, List<DayTally> tallies) {

    /** A day is hidden when this share of its requests came through networks that hide where they start. */
    private static final double HIDDEN_SHARE = 1 / 3.0;

    /** Fewer days of log-ins are a visit or two. */
    private static final int LOG_IN_DAYS = 3;

    /**
     * Days of log-ins only are left to what log-ins weigh, for one event is not two facts; unless they go on for longer
     * than a journey: whoever logs in from there for weeks is there.
     */
    SortedSet<LocalDate> apiDays(Region region) {
        Map<LocalDate, Long> requests = new TreeMap<>();
        for (DayTally tally : tallies) {
            if (direct(tally, region)) {
                requests.merge(tally.day(), tally.tally().admitted(), Long::sum);
            }
        }
        if (!staysFor(region)) {
            window.days()
                    .forEach((day, facts) -> requests.computeIfPresent(
                            day, (any, all) -> all - facts.consoles().countOf(region.code())));
            requests.values().removeIf(left -> left <= 0);
        }
        return new TreeSet<>(requests.keySet());
    }

    private boolean staysFor(Region region) {
        TreeSet<LocalDate> logIns = new TreeSet<>();
        window.days().forEach((day, facts) -> {
            if (facts.consoles().countOf(region.code()) > 0) {
                logIns.add(day);
            }
        });
        return logIns.size() >= LOG_IN_DAYS
                && ChronoUnit.DAYS.between(logIns.first(), logIns.last()) >= Assessor.JOURNEY_DAYS;
    }

    /** Whether there were none from anywhere; those count that an exemption or a registered network explains. */
    boolean none() {
        return tallies.stream()
                .noneMatch(tally -> direct(tally, tally.provenance().region()));
    }

    private boolean direct(DayTally tally, Region region) {
        return tally.provenance().region().equals(region)
                && tally.tally().admitted() > 0
                && !tally.provenance().networkType().placedByProvider()
                && JudgedTally.standingUnder(policy, tally) == Standing.UNSUPPORTED;
    }

    /**
     * Those from a region, as far as they are to be explained.
     *
     * @param weight what they weigh before anything explains them, in decibans
     */
    DirectUse use(RegionTraffic traffic, double weight) {
        Region region = traffic.region();
        TreeSet<LocalDate> days = new TreeSet<>();
        TreeSet<LocalDate> ordinary = new TreeSet<>();
        for (DayTally tally : tallies) {
            if (direct(tally, region)) {
                days.add(tally.day());
            } else if (tally.tally().admitted() > 0 && JudgedTally.inPossibleHome(policy, tally)) {
                ordinary.add(tally.day());
            }
        }
        SortedSet<LocalDate> api = apiDays(region);
        return new DirectUse(
                region,
                weight,
                traffic.operators(),
                api.isEmpty() ? days : api,
                ordinary,
                personal(types(region, false)),
                hidden(days),
                types(region, true),
                traffic.share() * traffic.direct() / Math.max(1, traffic.requests()));
    }

    /** Requests by kind of network: the direct ones from a region, or all others. */
    private Map<NetworkType, Long> types(Region region, boolean direct) {
        Map<NetworkType, Long> types = new TreeMap<>();
        for (DayTally tally : tallies) {
            if (tally.tally().admitted() > 0 && direct(tally, region) == direct) {
                types.merge(tally.provenance().networkType(), tally.tally().admitted(), Long::sum);
            }
        }
        return types;
    }

    private static double personal(Map<NetworkType, Long> requests) {
        long all = requests.values().stream().mapToLong(Long::longValue).sum();
        long personal = requests.entrySet().stream()
                .filter(entry -> entry.getKey().personal() || entry.getKey() == NetworkType.SASE)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : (double) personal / all;
    }

    private SortedSet<LocalDate> hidden(SortedSet<LocalDate> days) {
        Map<LocalDate, long[]> counts = new TreeMap<>();
        for (DayTally tally : tallies) {
            long[] count = counts.computeIfAbsent(tally.day(), any -> new long[2]);
            count[0] += tally.tally().admitted();
            count[1] += tally.provenance().networkType().anonymizes()
                    ? tally.tally().admitted()
                    : 0;
        }
        TreeSet<LocalDate> hiddenDays = new TreeSet<>(days);
        hiddenDays.removeIf(day -> !hidden(counts.getOrDefault(day, new long[2])));
        return hiddenDays;
    }

    private static boolean hidden(long[] counts) {
        return counts[1] > 0 && counts[1] >= HIDDEN_SHARE * counts[0];
    }
}
