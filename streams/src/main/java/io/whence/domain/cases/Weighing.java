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
import io.whence.domain.evidence.Weight;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the traffic of a window.
 *
 * @param model the weights
 * @param policy the rules, each day judged by the version in force
 * @param window the facts of the days
 * @param regions the traffic by region
 * @param tallies the tallies it was added up from
 * @param settled whether some were left out because they are settled
 * @param age how old the database is that located it
 */
record Weighing(
        EvidenceModel model,
        RegionPolicy policy,
        EvidenceWindow window,
        List<RegionTraffic> regions,
        List<DayTally> tallies,
        boolean settled,
        DatabaseAge age) {

    /** What explains log-ins as well as requests. */
    private static final Set<Classification> LOG_INS_TOO =
            Set.of(Classification.TRAVELLER, Classification.GEOLOCATION_DISPUTED);

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
        DirectRequests direct = new DirectRequests(policy, window, tallies);
        List<Finding> findings = new ArrayList<>(quietDays(signals, direct));
        Map<Region, Classification> benign = new TreeMap<>();
        Map<Region, Integer> leaks = new TreeMap<>();
        Map<Region, SortedSet<LocalDate>> explained = new TreeMap<>();
        double cap = 0;
        unsupported().forEach(traffic -> addPlatform(findings, traffic));
        for (RegionTraffic traffic :
                unsupported().filter(each -> each.direct() > 0).toList()) {
            DirectEgress egress =
                    directEgress(traffic, direct.apiDays(traffic.region()).size());
            cap = Math.max(cap, egress.days() == 0 ? 0 : egress.cap());
            DirectUse use = direct.use(traffic, egress.weight());
            leaks.put(traffic.region(), use.leaks(model.of(Weight.JOURNEY_HOME_SHARE), model.of(Weight.HOME_DAYS)));
            Finding reading = signals.benignReading(use);
            if (egress.days() > 0) {
                findings.add(egress.finding(egress.cap()));
            }
            if (reading != null) {
                findings.add(reading);
                benign.put(traffic.region(), classificationOf(reading));
                explained.put(traffic.region(), use.days());
            }
        }
        explained.keySet().removeIf(region -> !LOG_INS_TOO.contains(benign.get(region)));
        findings.addAll(signals.findings(explained));
        return new Weighed(new Reckoning(model, cap).verdict(findings), benign, leaks);
    }

    private List<Finding> quietDays(Signals signals, DirectRequests direct) {
        boolean quiet = !settled && !window.days().isEmpty() && direct.none();
        return quiet ? List.of(signals.quietDays()) : List.of();
    }

    private Stream<RegionTraffic> unsupported() {
        return regions.stream().filter(traffic -> traffic.standing() == Standing.UNSUPPORTED);
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

    private DirectEgress directEgress(RegionTraffic traffic, int apiDays) {
        return new DirectEgress(
                model,
                traffic.region(),
                traffic.agreement() == Agreement.CONFIRMED,
                Math.min(apiDays, traffic.directDays()),
                traffic.operators(),
                traffic.firstSeen(),
                traffic.lastSeen(),
                age);
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
