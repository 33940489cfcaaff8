/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.Assessor;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.ImpactQuestion;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Observations;
import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.cases.PolicyImpact.Affected;
import io.whence.domain.cases.Standpoint;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the state for organizations that would stand otherwise under another version of a policy. Who is worth
 * reading is read, and for these the answer is worked out as the stream would.
 */
public final class ImpactSearch {

    /** Whose traffic is worth reading. */
    public enum Whose {
        /** Who has a case or, as exposures tell, sent anything from a region that one of the two does not support. */
        SEEN,
        /** Everybody with a closed day: evidence of a masked origin shows in no region. */
        EVERYBODY
    }

    private final StateView state;
    private final Geolocation geolocation;
    private final Duration lateness;
    private final EvidenceModel evidence;

    /**
     * A search of one state.
     *
     * @param state the state
     * @param geolocation what traffic is located with
     * @param lateness how long after its end a day takes events, as the stream counts
     * @param evidence what evidence weighs
     */
    public ImpactSearch(StateView state, Geolocation geolocation, Duration lateness, EvidenceModel evidence) {
        this.state = state;
        this.geolocation = geolocation;
        this.lateness = lateness;
        this.evidence = evidence;
    }

    /** The answer for every organization with a closed day that the search reaches. */
    public PolicyImpact of(ImpactQuestion question, Whose whose) {
        RegionPolicy candidate = question.candidate();
        Map<String, ComplianceCase> cases = new TreeMap<>();
        state.cases().stream()
                .filter(compliance -> compliance.policyId().equals(candidate.id()))
                .forEach(compliance -> cases.put(compliance.organizationId(), compliance));
        AtomicLong organizations = new AtomicLong();
        Map<String, Boolean> worthReading = worthReading(question, whose, organizations);
        cases.keySet().forEach(known -> worthReading.put(known, true));
        List<Affected> affected = worthReading.entrySet().parallelStream()
                .flatMap(entry -> answer(
                        question,
                        entry.getKey(),
                        cases.get(entry.getKey()),
                        entry.getValue() ? question.current() : null)
                        .stream())
                .toList();
        return new PolicyImpact(
                candidate.id(),
                question.version().version(),
                question.at(),
                organizations.get(),
                affected,
                caveats(question.version(), whose, new Policies(state.policies())));
    }

    /** Whose tallies are worth reading, and whether the policy as it is may find a cause in them. */
    private Map<String, Boolean> worthReading(ImpactQuestion question, Whose whose, AtomicLong organizations) {
        RegionPolicy current = question.current();
        Exposed then = new Exposed(List.of(question.version()));
        Exposed now = new Exposed(current == null ? List.of() : current.versions());
        Map<String, Boolean> found = new HashMap<>();
        state.forEachExposure((organizationId, exposure) -> {
            organizations.incrementAndGet();
            boolean matters = whose == Whose.EVERYBODY || now.mayMatter(exposure);
            if (matters || then.mayMatter(exposure)) {
                found.put(organizationId, matters);
            }
        });
        return found;
    }

    private Optional<Affected> answer(
            ImpactQuestion question,
            String organizationId,
            @Nullable ComplianceCase compliance,
            @Nullable RegionPolicy current) {
        OrganizationClock clock = state.clock(organizationId).orElse(null);
        if (clock == null) {
            return Optional.empty();
        }
        ComplianceCase known = compliance == null
                ? ComplianceCase.none(organizationId, question.candidate().id())
                : compliance;
        Standpoint standpoint = known.standpoint(state.organization(organizationId));
        LocalDate lastDay = clock.closedThrough();
        Observations window =
                state.observations(organizationId, lastDay.minusDays(question.windowDays() - 1L), lastDay);
        return question.answer(new ImpactQuestion.Known(
                organizationId,
                known.state().name(),
                compliance == null ? null : warnedAt(compliance),
                current == null ? null : assess(standpoint, clock, current, window),
                assess(standpoint, clock, question.hypothetical(), window)));
    }

    private Assessment assess(
            Standpoint standpoint, OrganizationClock clock, RegionPolicy policy, Observations window) {
        LocalDate day = clock.closedThrough();
        Instant at = OrganizationClock.closingOf(day, lateness);
        return new Assessor(policy, evidence).assess(standpoint, day, at, window, geolocation.ageAt(at));
    }

    private @Nullable Instant warnedAt(ComplianceCase compliance) {
        return state.notices(compliance.organizationId()).stream()
                .filter(notice -> notice.caseId().equals(compliance.caseId()))
                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                .map(Notice::issuedAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static List<String> caveats(PolicyVersion version, Whose whose, Policies published) {
        List<String> caveats = new ArrayList<>();
        if (whose == Whose.SEEN) {
            caveats.add(
                    "Who would only be asked about a masked origin is not looked for; ask with whose=everybody, which"
                            + " takes longer, or with --logs.");
        }
        if (!version.products().isEmpty() && !published.scopedByProduct()) {
            caveats.add(
                    "Traffic is not counted by product yet, so that nothing is known to be in scope; ask with --logs"
                            + " instead.");
        }
        Set<Region> untracked = new TreeSet<>(version.rules().trackedCountries());
        untracked.removeAll(published.trackedCountries());
        if (!untracked.isEmpty()) {
            caveats.add(
                    "The parts of " + untracked.stream().map(Region::code).collect(Collectors.joining(", "))
                            + " are not counted apart yet, so that such traffic is indeterminate here; ask with --logs instead.");
        }
        return caveats;
    }
}
