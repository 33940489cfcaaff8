/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.DirectEgress;
import io.whence.domain.evidence.DirectUse;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.evidence.EvidenceWindow;
import io.whence.domain.evidence.Explanation;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Finding;
import io.whence.domain.evidence.Reckoning;
import io.whence.domain.evidence.Signals;
import io.whence.domain.evidence.Verdict;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the traffic of a window.
 *
 * @param model the weights
 * @param policy the rules, each day judged by the version in force
 * @param window the facts of the days
 * @param regions the traffic by region
 * @param tallies the tallies it was added up from
 * @param age how old the database is that located it
 */
record Weighing(
        EvidenceModel model,
        RegionPolicy policy,
        EvidenceWindow window,
        List<RegionTraffic> regions,
        List<DayTally> tallies,
        DatabaseAge age) {

    /** A day is hidden when this share of its requests came through networks that hide where they start. */
    private static final double HIDDEN_SHARE = 1 / 3.0;

    /**
     * What it comes to.
     *
     * @param verdict the verdict
     * @param benign regions whose direct requests somebody is not to be blamed for, and why
     * @param leaks days by region on which direct requests came beside hidden ones
     */
    record Weighed(Verdict verdict, Map<Region, Classification> benign, Map<Region, Integer> leaks) {
        Weighed {
            benign = Map.copyOf(benign);
            leaks = Map.copyOf(leaks);
        }
    }

    Weighed weighed() {
        Signals signals = new Signals(window, model);
        List<Finding> findings = new ArrayList<>(signals.findings());
        Map<Region, Classification> benign = new TreeMap<>();
        Map<Region, Integer> leaks = new TreeMap<>();
        double cap = 0;
        for (RegionTraffic traffic : regions) {
            if (traffic.standing() != Standing.UNSUPPORTED) {
                continue;
            }
            addPlatform(findings, traffic);
            if (traffic.direct() > 0) {
                DirectEgress egress = directEgress(traffic);
                cap = Math.max(cap, egress.cap());
                findings.add(egress.finding(egress.cap()));
                DirectUse use = directUse(traffic, egress);
                leaks.put(traffic.region(), use.hiddenDays().size());
                Finding reading = signals.benignReading(use);
                if (reading != null) {
                    findings.add(reading);
                    benign.put(traffic.region(), classificationOf(reading));
                }
            }
        }
        return new Weighed(new Reckoning(model, cap).verdict(findings), benign, leaks);
    }

    private static void addPlatform(List<Finding> findings, RegionTraffic traffic) {
        Classification placed = traffic.providerPlaced();
        long requests = traffic.held() - traffic.direct();
        if (placed != null && requests > 0) {
            boolean edge = placed == Classification.EDGE_PLATFORM;
            findings.add(new Finding(
                    (edge ? "PLATFORM_" : "CORPORATE_")
                            + traffic.region().code().replace('-', '_'),
                    Family.DIRECT_EGRESS,
                    0,
                    traffic.firstSeen(),
                    traffic.lastSeen(),
                    requests + " requests from " + traffic.region() + " came "
                            + (edge ? "from a platform that chose where to run them" : "through a corporate network")
                            + ", which says nothing about where you are."));
        }
    }

    private DirectEgress directEgress(RegionTraffic traffic) {
        return new DirectEgress(
                model,
                traffic.region(),
                traffic.agreement() == Agreement.CONFIRMED,
                traffic.directDays(),
                traffic.operators(),
                traffic.firstSeen(),
                traffic.lastSeen(),
                age);
    }

    private DirectUse directUse(RegionTraffic traffic, DirectEgress egress) {
        TreeSet<LocalDate> days = new TreeSet<>();
        TreeSet<LocalDate> ordinary = new TreeSet<>();
        Map<NetworkType, Long> types = new TreeMap<>();
        for (DayTally tally : tallies) {
            NetworkType type = tally.provenance().networkType();
            Standing standing = JudgedTally.standingUnder(policy, tally);
            boolean here = tally.provenance().region().equals(traffic.region());
            if (tally.tally().admitted() == 0) {
                continue;
            }
            if (here && standing == Standing.UNSUPPORTED && !type.placedByProvider()) {
                days.add(tally.day());
                types.merge(type, tally.tally().admitted(), Long::sum);
            }
            if (standing == Standing.SUPPORTED) {
                ordinary.add(tally.day());
            }
        }
        double share = traffic.share() * traffic.direct() / Math.max(1, traffic.requests());
        return new DirectUse(traffic.region(), egress.weight(), days, ordinary, hidden(days), types, share);
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

    private static Classification classificationOf(Finding reading) {
        String code = reading.code();
        if (code.startsWith("KEY_COMPROMISE")) {
            return Classification.KEY_COMPROMISE;
        }
        if (code.startsWith("END_USERS")) {
            return Classification.END_USERS;
        }
        if (code.startsWith("PLATFORM")) {
            return Classification.EDGE_PLATFORM;
        }
        return code.startsWith("JOURNEY") ? Classification.TRAVELLER : Classification.GEOLOCATION_DISPUTED;
    }

    /** An explanation as others know it; null for one that nothing is told of. */
    static @Nullable Classification classificationOf(Explanation explanation) {
        return switch (explanation) {
            case ORDINARY, CLOUD_SERVICE, SHARED_NETWORK, PRIVACY_VPN -> null;
            case SPARING -> Classification.DIRECT;
            default -> Classification.valueOf(explanation.name());
        };
    }
}
