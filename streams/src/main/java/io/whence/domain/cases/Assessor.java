/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Decibans;
import io.whence.domain.evidence.DirectEgress;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import io.whence.domain.tally.DayTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges what an organization did in a window of days, under one policy. */
public final class Assessor {

    /**
     * Probability, before any evidence, that a customer operates from an unsupported region: 1 %. An assumption; the
     * operator's own reviewed cases replace it.
     */
    public static final double PRIOR = 0.01;

    /**
     * A run of at most this many days can be a journey; the longest that Microsoft, Panther and Elastic treat as travel
     * is about a week.
     */
    static final int JOURNEY_DAYS = 8;

    private static final Comparator<RegionTraffic> WORST_FIRST = Comparator.comparing(
                    (RegionTraffic traffic) -> severity(traffic.standing()))
            .thenComparing(Comparator.comparingLong(RegionTraffic::requests).reversed())
            .thenComparing(RegionTraffic::region);

    private final RegionPolicy policy;

    public Assessor(RegionPolicy policy) {
        this.policy = policy;
    }

    /** First day of the window that ends with a day, for the version that governs at that time. */
    public LocalDate windowStart(LocalDate lastDay, Instant at) {
        return lastDay.minusDays(governing(at).thresholds().windowDays() - 1L);
    }

    /**
     * Assesses a window.
     *
     * @param standpoint whose traffic it is, and what is known beside it
     * @param lastDay last UTC day of the window, closed
     * @param at event time of the assessment
     * @param tallies the organization's tallies; those outside the window, and those of products that the policy did
     *     not apply to on their day, are left out
     * @param age how old the database is that located the traffic; an old one weighs half
     */
    public Assessment assess(
            Standpoint standpoint, LocalDate lastDay, Instant at, List<DayTally> tallies, DatabaseAge age) {
        LocalDate firstDay = windowStart(lastDay, at);
        List<DayTally> window = window(tallies, firstDay, lastDay);
        long requests =
                window.stream().mapToLong(tally -> tally.tally().admitted()).sum();
        List<DayTally> held =
                window.stream().filter(tally -> held(standpoint, tally)).toList();
        List<RegionTraffic> regions = regions(standpoint, held, requests);
        List<Finding> findings = findings(regions, age);
        double score = score(findings);
        PolicyVersion governing = governing(at);
        return new Assessment(
                standpoint.organization().organizationId(),
                governing,
                policy.announced(at).isPresent(),
                at,
                firstDay.atStartOfDay().toInstant(ZoneOffset.UTC),
                lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                requests,
                coverage(window, requests),
                regions,
                score,
                findings,
                bestBenign(regions),
                causes(regions, governing, standpoint, Decibans.toProbability(score)),
                Paces.of(policy, lastDay, held),
                lastTried(held));
    }

    private List<DayTally> window(List<DayTally> tallies, LocalDate firstDay, LocalDate lastDay) {
        return tallies.stream()
                .filter(tally -> !tally.day().isBefore(firstDay) && !tally.day().isAfter(lastDay))
                .filter(tally -> JudgedTally.applies(policy, tally))
                .toList();
    }

    private static double score(List<Finding> findings) {
        return Decibans.rounded(
                findings.stream().mapToDouble(Finding::weightDecibans).sum());
    }

    private PolicyVersion governing(Instant at) {
        return policy.announced(at).orElseGet(() -> policy.versionInForce(at));
    }

    /** Whether a tally is still held against the organization: what was settled is not, supported traffic always is. */
    private boolean held(Standpoint standpoint, DayTally tally) {
        return !standpoint.settled(tally.provenance().region(), tally.day())
                || JudgedTally.standingUnder(policy, tally) != Standing.UNSUPPORTED;
    }

    private Map<Region, Instant> lastTried(List<DayTally> window) {
        Map<Region, Instant> latest = new TreeMap<>();
        for (DayTally tally : window) {
            if (JudgedTally.standingUnder(policy, tally) == Standing.UNSUPPORTED) {
                latest.merge(
                        tally.provenance().region(),
                        tally.tally().lastSeen(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return latest;
    }

    private List<RegionTraffic> regions(Standpoint standpoint, List<DayTally> window, long requests) {
        Map<String, RegionTrafficBuilder> groups = new TreeMap<>();
        for (DayTally day : window) {
            Region region = day.provenance().region();
            Standing standing = JudgedTally.standingUnder(policy, day);
            groups.computeIfAbsent(
                            region + "/" + standing,
                            group -> new RegionTrafficBuilder(region, standing, standpoint, policy))
                    .add(day);
        }
        return groups.values().stream()
                .filter(group -> group.requests() > 0)
                .map(group -> group.build(requests))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static double coverage(List<DayTally> window, long requests) {
        long unlocated = window.stream()
                .filter(day -> day.provenance().region().isUnknown())
                .mapToLong(day -> day.tally().admitted())
                .sum();
        return requests == 0 ? 1 : 1 - (double) unlocated / requests;
    }

    private static List<Finding> findings(List<RegionTraffic> regions, DatabaseAge age) {
        List<DirectEgress> egresses = regions.stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED && traffic.direct() > 0)
                .map(traffic -> directEgress(traffic, age))
                .toList();
        double cap = egresses.stream().mapToDouble(DirectEgress::cap).max().orElse(0);
        List<Finding> findings = new ArrayList<>();
        double room = cap;
        for (DirectEgress egress : egresses.stream()
                .sorted(Comparator.comparingDouble(DirectEgress::weight).reversed())
                .toList()) {
            Finding finding = egress.finding(room);
            room -= finding.weightDecibans();
            findings.add(finding);
        }
        findings.add(prior());
        return findings;
    }

    private static DirectEgress directEgress(RegionTraffic traffic, DatabaseAge age) {
        return new DirectEgress(
                traffic.region(),
                traffic.agreement() == Agreement.CONFIRMED,
                traffic.directDays(),
                traffic.operators(),
                traffic.firstSeen(),
                traffic.lastSeen(),
                age);
    }

    private static Finding prior() {
        double weight = Decibans.rounded(Decibans.ofRatio(PRIOR / (1 - PRIOR)));
        return new Finding(
                "PRIOR",
                Family.PRIOR,
                weight,
                null,
                null,
                "Before any evidence, 1 customer in 100 is taken to operate from an unsupported region.");
    }

    private static Classification bestBenign(List<RegionTraffic> regions) {
        List<RegionTraffic> unsupported = regions.stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .toList();
        for (RegionTraffic traffic : unsupported) {
            if (traffic.providerPlaced() != null) {
                return traffic.providerPlaced();
            }
        }
        boolean journey = !unsupported.isEmpty() && unsupported.stream().allMatch(Assessor::couldBeJourney);
        return journey ? Classification.TRAVELLER : Classification.GEOLOCATION_DISPUTED;
    }

    private static boolean couldBeJourney(RegionTraffic traffic) {
        return traffic.firstSeen().plusSeconds(JOURNEY_DAYS * 86_400L).isAfter(traffic.lastSeen());
    }

    private static List<Cause> causes(
            List<RegionTraffic> regions, PolicyVersion governing, Standpoint standpoint, double probability) {
        List<Cause> causes = new ArrayList<>();
        Thresholds thresholds = governing.thresholds();
        int days = standpoint.onProbation() ? 1 : thresholds.days();
        for (RegionTraffic traffic : regions) {
            if (traffic.standing() != Standing.UNSUPPORTED) {
                continue;
            }
            if (traffic.direct() >= thresholds.requests() && traffic.directDays() >= days) {
                causes.add(direct(traffic, governing, probability));
            } else if (traffic.held() >= thresholds.requests()
                    && traffic.days() >= days
                    && traffic.providerPlaced() != null) {
                causes.add(new Cause(
                        NoticeKind.ADVISORY, traffic.region(), traffic.providerPlaced(), governing.version()));
            }
        }
        return causes;
    }

    private static Cause direct(RegionTraffic traffic, PolicyVersion governing, double probability) {
        Thresholds thresholds = governing.thresholds();
        boolean weighty =
                traffic.share() >= thresholds.share() || traffic.direct() >= thresholds.requestsRegardlessOfShare();
        boolean likely = probability >= thresholds.probability();
        NoticeKind kind = weighty && likely ? NoticeKind.WARNING : NoticeKind.ADVISORY;
        Classification explanation = likely ? Classification.DIRECT : Classification.GEOLOCATION_DISPUTED;
        return new Cause(kind, traffic.region(), explanation, governing.version());
    }

    private static int severity(Standing standing) {
        return switch (standing) {
            case UNSUPPORTED -> 0;
            case INDETERMINATE -> 1;
            case SUPPORTED -> 2;
        };
    }
}
