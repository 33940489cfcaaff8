/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One organization under one policy, day by day, and everything that can happen to it. Immutable: each thing that
 * happens gives another world.
 */
record CaseWorld(
        RegionPolicy policy,
        LocalDate day,
        List<LocalDate> trafficDays,
        boolean stale,
        boolean suspended,
        int actions,
        ComplianceCase compliance,
        List<ComplianceCase.Outcome> outcomes,
        @Nullable ActionRefusal refusal) {

    private static final Duration LATENESS = Duration.ofHours(6);
    private static final Organization ACME = Organization.unknown("acme");
    private static final Provenance SHANGHAI =
            new Provenance(new Region("CN"), NetworkType.EYEBALL, Agreement.UNCHECKED);

    private static final Suspensions SUSPENDED = Suspensions.of(List.of(new Control(
            "control-1",
            ControlKind.SUSPEND_SIGNAL,
            "DIRECT_EGRESS/CN/2020-01-02",
            true,
            "ann",
            "TEST",
            Instant.parse("2020-01-01T00:00:00Z"),
            null)));

    static CaseWorld begin(RegionPolicy policy) {
        return new CaseWorld(
                policy,
                Traffic.FIRST,
                List.of(),
                false,
                false,
                0,
                ComplianceCase.none("acme", policy.id()),
                List.of(),
                null);
    }

    /** Some days pass, each with a hundred requests from China or none. */
    CaseWorld days(int count, boolean traffic) {
        CaseWorld world = nothingYet();
        for (int i = 0; i < count; i++) {
            world = world.oneDay(traffic);
        }
        return world;
    }

    private CaseWorld oneDay(boolean traffic) {
        List<LocalDate> seen = new ArrayList<>(trafficDays);
        if (traffic) {
            seen.add(day);
        }
        CaseWorld morning = new CaseWorld(
                policy, day.plusDays(1), List.copyOf(seen), stale, suspended, actions, compliance, outcomes, null);
        CaseWorld turned = morning.passTo(morning.day.atStartOfDay().toInstant(ZoneOffset.UTC));
        return traffic ? turned.close() : turned;
    }

    private CaseWorld close() {
        Instant at = OrganizationClock.closingOf(day.minusDays(1), LATENESS);
        CaseWorld kept = passTo(at);
        return kept.with(kept.compliance.review(policy, assess(kept.compliance, at), writer()));
    }

    private CaseWorld passTo(Instant at) {
        CaseWorld world = this;
        for (ComplianceCase.Outcome outcome : reviews().keepDeadlines(compliance, at)) {
            world = world.with(outcome);
        }
        return world;
    }

    /** An officer acts at noon. */
    CaseWorld act(ActionKind kind, String actor, @Nullable Duration holds, @Nullable AppealOutcome outcome) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        CaseWorld world = nothingYet().passTo(noon);
        OfficerAction action = new OfficerAction(
                "action-" + actions,
                "acme",
                kind,
                noon,
                actor,
                "TEST",
                null,
                null,
                holds == null ? null : noon.plus(holds),
                outcome,
                null,
                null,
                kind == ActionKind.ESCALATE ? Scope.ORGANIZATION : null,
                null);
        ActionResult result = world.compliance.act(action, policy, assess(world.compliance, noon), writer());
        return result instanceof ActionResult.Done done
                ? world.acted().with(done.outcome())
                : world.refused(((ActionResult.Refused) result).refusal());
    }

    /** The geolocation database becomes too old, or is replaced by a fresh one. */
    CaseWorld databaseBecomes(boolean tooOld) {
        return new CaseWorld(policy, day, trafficDays, tooOld, suspended, actions, compliance, List.of(), null);
    }

    /** What all warnings rest on is suspended, or restored. */
    CaseWorld signalBecomes(boolean nowSuspended) {
        return new CaseWorld(policy, day, trafficDays, stale, nowSuspended, actions, compliance, List.of(), null);
    }

    private CaseWorld nothingYet() {
        return new CaseWorld(policy, day, trafficDays, stale, suspended, actions, compliance, List.of(), null);
    }

    private CaseWorld acted() {
        return new CaseWorld(policy, day, trafficDays, stale, suspended, actions + 1, compliance, outcomes, refusal);
    }

    private CaseWorld refused(ActionRefusal why) {
        return new CaseWorld(policy, day, trafficDays, stale, suspended, actions, compliance, outcomes, why);
    }

    private CaseWorld with(ComplianceCase.Outcome outcome) {
        List<ComplianceCase.Outcome> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return new CaseWorld(
                policy, day, trafficDays, stale, suspended, actions, outcome.after(), List.copyOf(all), refusal);
    }

    /** Whatever an assessment rests on. */
    private record Basis(
            RegionPolicy policy,
            List<LocalDate> trafficDays,
            Instant at,
            boolean stale,
            LocalDate day,
            Rulings rulings,
            boolean onProbation) {}

    private static final int REMEMBERED = 100_000;

    private static final Map<Basis, Assessment> KNOWN = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Basis, Assessment> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Assessment assess(ComplianceCase whose, Instant at) {
        Basis basis =
                new Basis(policy, trafficDays, at, stale, day, whose.rulings(), whose.state() instanceof Probation);
        Assessment known = KNOWN.get(basis);
        if (known == null) {
            known = assessAnew(whose, at);
            KNOWN.put(basis, known);
        }
        return known;
    }

    private Assessment assessAnew(ComplianceCase whose, Instant at) {
        LocalDate lastDay = OrganizationClock.closedBy(at, LATENESS);
        return new Assessor(policy, Traffic.MODEL)
                .assess(
                        whose.standpoint(ACME, locator()),
                        lastDay,
                        at,
                        Observations.of(tallies(lastDay)),
                        geolocation().ageAt(at));
    }

    private List<DayTally> tallies(LocalDate lastDay) {
        return trafficDays.stream()
                .filter(seen -> !seen.isAfter(lastDay))
                .map(CaseWorld::tally)
                .toList();
    }

    private static DayTally tally(LocalDate day) {
        Tally tally = new Tally();
        long noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        tally.count(100, 0, noon, noon);
        tally.keys().add("key-1", 100);
        tally.networks().add(new Egress("198.51.100.0/24", 4134, "Example Net"), 100);
        return new DayTally(day, SHANGHAI, tally);
    }

    private CaseReviews reviews() {
        return new CaseReviews(policy, this::assess, writer(), step -> true);
    }

    private NoticeWriter writer() {
        return new NoticeWriter(ACME, geolocation(), suspended ? SUSPENDED : Suspensions.NONE);
    }

    private Geolocation geolocation() {
        String built = stale ? "2023-01-01T00:00:00Z" : day + "T00:00:00Z";
        return new Geolocation(List.of(new DatabaseBuild("Test-City", Instant.parse(built), "00".repeat(32))), false);
    }

    private OriginLocator locator() {
        return new OriginLocator() {
            @Override
            public Origin locate(IpAddress address) {
                return Origin.unlocated(Unlocated.NOT_IN_DATABASE);
            }

            @Override
            public List<DatabaseBuild> builds() {
                return CaseWorld.this.geolocation().builds();
            }
        };
    }
}
