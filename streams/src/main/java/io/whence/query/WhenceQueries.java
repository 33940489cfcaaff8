/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.Assessor;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.ExemptionUse;
import io.whence.domain.cases.ImpactQuestion;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Observations;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.cases.Standpoint;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Questions to the state, wherever it is. What is answered is provisional: state that is processed, perhaps not yet
 * committed. Every method throws {@link NotReadyException} when the state cannot be read now.
 */
public final class WhenceQueries {

    /** How many days an overview sums up: the usual window of a policy. */
    public static final int OVERVIEW_DAYS = 28;

    /** Most notices in one answer. */
    public static final int MAX_NOTICES = 500;

    /**
     * What is about all organizations is read once for all who ask within this time, or longer where that takes long.
     */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    /** A tally names keys and networks, a row does not: so many days are held in full at a time. */
    private static final int DAYS_AT_A_TIME = 7;

    private final StateView state;
    private final Supplier<Geolocation> geolocation;
    private final Duration lateness;
    private final EvidenceModel evidence;
    private final Clock clock;
    private final Recent<Ranking> ranking;
    private final Recent<Map<String, String>> names;
    private final Recent<NoticeBook> notices;
    private final TrafficBook traffic;

    /**
     * Prepares to ask.
     *
     * @param state the state
     * @param geolocation what traffic is located with now
     * @param lateness how long after its end a day takes events, as the stream counts
     * @param evidence what evidence weighs, as the stream weighs it
     * @param clock says how old a remembered answer is, and a database; no judgement depends on it
     */
    public WhenceQueries(
            StateView state,
            Supplier<Geolocation> geolocation,
            Duration lateness,
            EvidenceModel evidence,
            Clock clock) {
        this.state = state;
        this.geolocation = geolocation;
        this.lateness = lateness;
        this.evidence = evidence;
        this.clock = clock;
        this.ranking = new Recent<>(() -> Reading.of(() -> Ranking.read(state)), MAX_AGE, clock);
        this.names = new Recent<>(() -> Reading.of(this::readNames), MAX_AGE, clock);
        this.notices = new Recent<>(() -> Reading.of(() -> NoticeBook.of(state)), MAX_AGE, clock);
        this.traffic = new TrafficBook(state, ranking, MAX_AGE, clock);
    }

    /** The organizations that have sent something, worst case first. */
    public OrganizationPage organizations(OrganizationSearch search) {
        Ranking ranked = ranking.get();
        Map<String, String> named = search.text() == null ? Map.of() : names.get();
        List<Ranking.Place> found = ranked.places().stream()
                .filter(place -> place.matches(search) && traffic.concerns(search.region(), place))
                .filter(place -> search.matchesText(place.organizationId())
                        || search.matchesText(named.get(place.organizationId())))
                .toList();
        return Reading.of(() -> {
            Policies policies = new Policies(state.policies());
            List<OrganizationOverview> page = found.stream()
                    .skip(search.offset())
                    .limit(search.limit())
                    .map(place -> overview(place, policies))
                    .toList();
            return new OrganizationPage(page, found.size(), ranked.byState());
        });
    }

    /** What all organizations together sent, in the newest days when none are named. */
    public Totals totals(Optional<DayRange> asked) {
        return traffic.totals(asked);
    }

    /** The latest transitions of an organization's cases, oldest first; empty when it has sent nothing. */
    public Optional<List<CaseEvent>> history(String organizationId) {
        return Reading.of(() -> state.clock(organizationId)
                .map(known -> state.history(organizationId).stream()
                        .sorted(Comparator.comparing(CaseEvent::at))
                        .toList()));
    }

    /** One organization; empty when it has sent nothing. */
    public Optional<OrganizationOverview> organization(String organizationId) {
        return Reading.of(() -> state.clock(organizationId)
                .map(clock -> new Ranking.Place(organizationId, clock, state.cases(organizationId)))
                .map(place -> overview(place, new Policies(state.policies()))));
    }

    /** An organization with all that belong to it; empty when neither it nor any of them is known here. */
    public Optional<OrganizationFamily> family(String organizationId) {
        return Reading.of(() -> new FamilySearch(state).of(organizationId));
    }

    /** Its exemptions and how much they were used; empty when it has sent nothing. */
    public Optional<List<ExemptionUse>> exemptions(String organizationId) {
        return Reading.of(() -> new ExemptionSearch(state).of(organizationId));
    }

    /** What became of an officer's action; empty when it has not been seen. */
    public Optional<ActionFate> action(String organizationId, String actionId) {
        return Reading.of(() -> state.action(organizationId, actionId).map(ActionFate::of));
    }

    private Map<String, String> readNames() {
        Map<String, String> found = new HashMap<>();
        state.forEachProfile(profile -> {
            if (profile.name() != null) {
                found.put(profile.organizationId(), profile.name());
            }
        });
        return found;
    }

    private OrganizationOverview overview(Ranking.Place place, Policies policies) {
        String organizationId = place.organizationId();
        DayRange days =
                DayRange.endingWith(OrganizationClock.dayOf(place.clock().latest()), OVERVIEW_DAYS);
        List<DayTally> tallies = state.tallies(organizationId, days.first(), days.last());
        return new OrganizationOverview(
                state.organization(organizationId),
                place.clock(),
                place.cases(),
                days,
                RegionSums.of(organizationId, tallies, policies));
    }

    /** Traffic by region and day, the newest days when none are named; empty when the organization has sent nothing. */
    public Optional<Traffic> traffic(String organizationId, Optional<DayRange> asked, TrafficDetail detail) {
        return Reading.of(() -> state.clock(organizationId).map(clock -> {
            LocalDate latest = OrganizationClock.dayOf(clock.latest());
            DayRange days = asked.orElseGet(() -> DayRange.endingWith(latest, OVERVIEW_DAYS));
            return new Traffic(organizationId, days, clock.closedThrough(), rows(organizationId, days, detail));
        }));
    }

    private List<TrafficRow> rows(String organizationId, DayRange days, TrafficDetail detail) {
        Policies policies = new Policies(state.policies());
        List<TrafficRow> rows = new ArrayList<>();
        for (LocalDate first = days.first(); !first.isAfter(days.last()); first = first.plusDays(DAYS_AT_A_TIME)) {
            LocalDate sliceEnd = first.plusDays(DAYS_AT_A_TIME - 1L);
            LocalDate last = sliceEnd.isAfter(days.last()) ? days.last() : sliceEnd;
            rows.addAll(TrafficRows.of(organizationId, state.tallies(organizationId, first, last), policies, detail));
        }
        return rows;
    }

    /** Where an organization stands and why; empty when it has sent nothing. */
    public Optional<Explanation> explanation(String organizationId) {
        return Reading.of(() -> state.clock(organizationId).map(clock -> explain(organizationId, clock)));
    }

    private Explanation explain(String organizationId, OrganizationClock clock) {
        Organization organization = state.organization(organizationId);
        List<ComplianceCase> cases = state.cases(organizationId);
        List<Explanation.UnderPolicy> policies = new ArrayList<>();
        for (RegionPolicy policy : state.policies()) {
            ComplianceCase compliance = cases.stream()
                    .filter(known -> known.policyId().equals(policy.id()))
                    .findFirst()
                    .orElseGet(() -> ComplianceCase.none(organizationId, policy.id()));
            policies.add(new Explanation.UnderPolicy(
                    compliance, assess(compliance.standpoint(organization), clock, policy)));
        }
        List<Assessment> assessments =
                policies.stream().map(Explanation.UnderPolicy::assessment).toList();
        Geolocation locating = geolocation.get();
        List<String> unknowns = new Unknowns()
                .about(assessments)
                .openDays(openRequests(organizationId, clock))
                .about(organization)
                .about(locating, OrganizationClock.closingOf(clock.closedThrough(), lateness))
                .sentences();
        return new Explanation(organization, clock, policies, NoticeBook.of(state, organizationId), unknowns, locating);
    }

    private Assessment assess(Standpoint standpoint, OrganizationClock clock, RegionPolicy policy) {
        Assessor assessor = new Assessor(policy, evidence);
        LocalDate day = clock.closedThrough();
        Instant at = OrganizationClock.closingOf(day, lateness);
        Observations window =
                state.observations(standpoint.organization().organizationId(), assessor.windowStart(day, at), day);
        return assessor.assess(standpoint, day, at, window, geolocation.get().ageAt(at));
    }

    private long openRequests(String organizationId, OrganizationClock clock) {
        LocalDate firstOpen = clock.closedThrough().plusDays(1);
        return state.tallies(organizationId, firstOpen, OrganizationClock.dayOf(clock.latest())).stream()
                .mapToLong(tally -> tally.tally().admitted())
                .sum();
    }

    /** Notices of all organizations, newest first, after some; the newest are remembered, others are looked up. */
    public NoticeList notices(int offset, int limit) {
        return (long) offset + limit <= MAX_NOTICES
                ? notices.get().newest().page(offset, limit)
                : Reading.of(() -> NoticeBook.page(state, offset, limit));
    }

    /** Notices of one organization, newest first, after some; none when it is not known. */
    public NoticeList notices(String organizationId, int offset, int limit) {
        List<Notice> found = Reading.of(() -> NoticeBook.of(state, organizationId));
        return new NoticeList(found, found.size()).page(offset, limit);
    }

    /** What traffic is located with now. */
    public Geolocation geolocation() {
        return geolocation.get();
    }

    /** How old a build is now, in days; 0 when it says it is from the future. */
    public double ageInDays(DatabaseBuild build) {
        long seconds = Duration.between(build.builtAt(), clock.instant()).toSeconds();
        return Math.max(0, seconds) / 86_400.0;
    }

    /** Where the records of the input went. */
    public Ledgers ledgers() {
        return Reading.of(() -> Ledgers.of(state.ledgers()));
    }

    /** All policies, by id. */
    public List<RegionPolicy> policies() {
        return Reading.of(state::policies);
    }

    /** Who would stand otherwise if the newest version of a policy took effect at a time, at 00:00 UTC. */
    public PolicyImpact impact(RegionPolicy candidate, Instant at, ImpactSearch.Whose whose) {
        return Reading.of(() -> {
            RegionPolicy current = state.policies().stream()
                    .filter(policy -> policy.id().equals(candidate.id()))
                    .findFirst()
                    .orElse(null);
            return new ImpactSearch(state, geolocation.get(), lateness, evidence)
                    .of(new ImpactQuestion(current, candidate, at), whose);
        });
    }

    /** The state in numbers. */
    public StateCounts counts() {
        return StateCounts.of(ranking.get(), notices.get(), Reading.of(state::leaks), ledgers());
    }
}
