/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.evidence.EvidenceWindow;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what an organization did in a window of days, under one policy. */
public final class Assessor {

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
    private final EvidenceModel model;

    /**
     * An assessor.
     *
     * @param policy what is supported
     * @param model what evidence weighs
     */
    public Assessor(RegionPolicy policy, EvidenceModel model) {
        this.policy = policy;
        this.model = model;
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
     * @param observed what was counted; days outside the window are left out, and tallies of products that the policy
     *     did not apply to on their day
     * @param age how old the database is that located the traffic; an old one weighs half
     */
    public Assessment assess(
            Standpoint standpoint, LocalDate lastDay, Instant at, Observations observed, DatabaseAge age) {
        LocalDate firstDay = windowStart(lastDay, at);
        List<DayTally> window = window(observed.tallies(), firstDay, lastDay);
        long requests =
                window.stream().mapToLong(tally -> tally.tally().admitted()).sum();
        List<DayTally> held =
                window.stream().filter(tally -> held(standpoint, tally)).toList();
        List<RegionTraffic> regions = regions(standpoint, held, requests);
        PolicyVersion governing = governing(at);
        EvidenceWindow facts = facts(standpoint, observed, held, lastDay, governing);
        Weighing.Weighed weighed =
                new Weighing(model, policy, facts, regions, held, held.size() < window.size(), age).weighed();
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
                weighed.verdict(),
                bestBenign(regions, weighed),
                new Causes(governing, standpoint.onProbation(), weighed).of(regions),
                Paces.of(policy, lastDay, held),
                lastTried(held));
    }

    private List<DayTally> window(List<DayTally> tallies, LocalDate firstDay, LocalDate lastDay) {
        return tallies.stream()
                .filter(tally -> !tally.day().isBefore(firstDay) && !tally.day().isAfter(lastDay))
                .filter(tally -> JudgedTally.applies(policy, tally))
                .toList();
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

    private EvidenceWindow facts(
            Standpoint standpoint,
            Observations observed,
            List<DayTally> window,
            LocalDate lastDay,
            PolicyVersion governing) {
        LocalDate firstDay = lastDay.minusDays(governing.thresholds().windowDays() - 1L);
        NavigableMap<LocalDate, EvidenceDay> days =
                new TreeMap<>(observed.days().subMap(firstDay, true, lastDay, true));
        days.keySet().removeIf(day -> standpoint.settled(Region.UNKNOWN, day));
        Region declared = standpoint.organization().declaredCountry();
        return new EvidenceWindow(
                lastDay,
                days,
                observed.companions().subMap(firstDay, true, lastDay, true),
                governing::standingOf,
                declared == null ? mostOrdinary(observed.tallies()) : declared,
                standpoint.organization().billingCountry(),
                exits(observed.tallies()),
                personal(window));
    }

    private double personal(List<DayTally> window) {
        long all = 0;
        long personal = 0;
        for (DayTally tally : window) {
            if (JudgedTally.standingUnder(policy, tally) != Standing.UNSUPPORTED) {
                long requests = tally.tally().admitted();
                all += requests;
                personal += tally.provenance().networkType().personal() ? requests : 0;
            }
        }
        return all == 0 ? 1 : (double) personal / all;
    }

    /** In how many countries VPNs and proxies were left on each day. */
    private static Map<LocalDate, Integer> exits(List<DayTally> tallies) {
        Map<LocalDate, Set<Region>> countries = new TreeMap<>();
        for (DayTally tally : tallies) {
            NetworkType type = tally.provenance().networkType();
            boolean left = type == NetworkType.VPN || type == NetworkType.PROXY;
            if (left && tally.tally().admitted() > 0) {
                countries
                        .computeIfAbsent(tally.day(), day -> new TreeSet<>())
                        .add(tally.provenance().region().country());
            }
        }
        Map<LocalDate, Integer> exits = new TreeMap<>();
        countries.forEach((day, regions) -> exits.put(day, regions.size()));
        return exits;
    }

    /** The supported country that most requests come from out of networks that people use. */
    private @Nullable Region mostOrdinary(List<DayTally> tallies) {
        Map<Region, Long> requests = new TreeMap<>();
        for (DayTally tally : tallies) {
            NetworkType type = tally.provenance().networkType();
            if (type.personal() && JudgedTally.standingUnder(policy, tally) == Standing.SUPPORTED) {
                requests.merge(
                        tally.provenance().region().country(), tally.tally().admitted(), Long::sum);
            }
        }
        return requests.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Classification bestBenign(List<RegionTraffic> regions, Weighing.Weighed weighed) {
        List<RegionTraffic> unsupported = regions.stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .toList();
        for (RegionTraffic traffic : unsupported) {
            if (traffic.providerPlaced() != null) {
                return traffic.providerPlaced();
            }
            Classification reading = weighed.benign().get(traffic.region());
            if (reading != null) {
                return reading;
            }
        }
        boolean journey = !unsupported.isEmpty() && unsupported.stream().allMatch(Assessor::couldBeJourney);
        return journey ? Classification.TRAVELLER : Classification.GEOLOCATION_DISPUTED;
    }

    private static boolean couldBeJourney(RegionTraffic traffic) {
        return traffic.firstSeen().plusSeconds(JOURNEY_DAYS * 86_400L).isAfter(traffic.lastSeen());
    }

    private static int severity(Standing standing) {
        return switch (standing) {
            case UNSUPPORTED -> 0;
            case INDETERMINATE -> 1;
            case SUPPORTED -> 2;
        };
    }
}
