/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.config.EvidenceFiles;
import io.whence.config.PolicyYaml;
import io.whence.domain.cases.Assessor;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeWriter;
import io.whence.domain.cases.Observations;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Refusals;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.cases.Scope;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import io.whence.domain.tally.TallyKey;
import io.whence.topology.MemoryState;
import io.whence.topology.StateView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** State as the stream would have left it: tallies from flows, and the domain's own cases and notices from them. */
public final class SampleState {

    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 10);
    public static final LocalDate LAST_DAY = LocalDate.of(2024, 7, 12);
    public static final Duration LATENESS = Duration.ofHours(6);

    private static final Instant NOON = LAST_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    public static final Geolocation GEOLOCATION = new Geolocation(
            List.of(
                    new DatabaseBuild("GeoLite2-City", Instant.parse("2019-11-19T00:00:00Z"), "c".repeat(64)),
                    new DatabaseBuild("GeoLite2-ASN", Instant.parse("2019-11-19T00:00:00Z"), "a".repeat(64))),
            true);

    private final MemoryState memory = new MemoryState();
    private static final EvidenceModel EVIDENCE = EvidenceFiles.bundled();
    private final StateView view = new StateView(memory);
    private final RegionPolicy policy = policy("openai-api");

    public SampleState() {
        memory.put(policy);
    }

    public MemoryState memory() {
        return memory;
    }

    public RegionPolicy policy() {
        return policy;
    }

    /** Questions to this state, at noon of the last day. */
    public WhenceQueries queries() {
        return new WhenceQueries(view, () -> GEOLOCATION, LATENESS, EVIDENCE, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** Questions that remember nothing. */
    public WhenceQueries queriesWith(Clock clock) {
        return new WhenceQueries(view, () -> GEOLOCATION, LATENESS, EVIDENCE, clock);
    }

    static RegionPolicy policy(String id) {
        try {
            return PolicyYaml.load(id).compile().orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Organization organization(String id, @Nullable String name, @Nullable String country) {
        Region region = country == null ? null : new Region(country);
        return new Organization(id, name, region, region, null, null, null, null, List.of(), List.of());
    }

    /** Adds an organization that has sent these flows; the last day is still open. */
    public SampleState add(Organization organization, Flow... flows) {
        memory.put(organization);
        String id = organization.organizationId();
        Random chance = new Random(id.hashCode());
        ComplianceCase compliance = ComplianceCase.none(id, policy.id());
        List<DayTally> tallies = new ArrayList<>();
        Exposure exposure = Exposure.NONE;
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            for (Flow flow : flows) {
                if (flow.runsOn(day)) {
                    Tally tally = flow.tally(day, chance);
                    memory.put(new TallyKey(id, day, flow.provenance()), tally);
                    tallies.add(new DayTally(day, flow.provenance(), tally));
                }
            }
            exposure = day.equals(LAST_DAY) ? exposure : exposure.closing(day, of(tallies, day), 28);
            if (!day.equals(LAST_DAY)) {
                RegionTotal.of(judged(id, of(tallies, day))).forEach(memory::add);
                compliance = close(organization, day, tallies, compliance);
            }
        }
        memory.put(compliance);
        memory.put(id, exposure);
        memory.put(id, new OrganizationClock(NOON, LAST_DAY.minusDays(1), NOON, LAST_DAY));
        return this;
    }

    private static List<DayTally> of(List<DayTally> tallies, LocalDate day) {
        return tallies.stream().filter(tally -> tally.day().equals(day)).toList();
    }

    private List<JudgedTally> judged(String id, List<DayTally> tallies) {
        Policies policies = new Policies(List.of(policy));
        return tallies.stream()
                .map(tally -> JudgedTally.judge(id, tally, policies))
                .toList();
    }

    private ComplianceCase close(
            Organization organization, LocalDate day, List<DayTally> tallies, ComplianceCase before) {
        Instant at = OrganizationClock.closingOf(day, LATENESS);
        Assessor assessor = new Assessor(policy, EVIDENCE);
        ComplianceCase.Outcome outcome = before.review(
                policy,
                assessor.assess(
                        before.standpoint(organization), day, at, Observations.of(tallies), GEOLOCATION.ageAt(at)),
                new NoticeWriter(organization, GEOLOCATION));
        outcome.notices().forEach(memory::put);
        outcome.event().ifPresent(memory::put);
        return outcome.after();
    }

    /** The notice as if it had been issued later, under another id. */
    public static Notice later(Notice notice, String id, Duration by) {
        return new Notice(
                id,
                notice.organizationId(),
                notice.organizationName(),
                notice.caseId(),
                notice.kind(),
                notice.classification(),
                notice.mode(),
                notice.issuedAt().plus(by),
                notice.policyId(),
                notice.policyVersion(),
                notice.policyTitle(),
                notice.effectiveAt(),
                notice.windowStart(),
                notice.windowEnd(),
                notice.regions(),
                notice.probability(),
                notice.scoreDecibans(),
                notice.modelVersion(),
                notice.reasons(),
                notice.bestBenignExplanation(),
                notice.benignProbability(),
                notice.summary(),
                notice.remedy(),
                notice.geolocation(),
                notice.coverage(),
                null);
    }

    /** One request of an organization came through a gateway that was to refuse it. */
    public SampleState leak(String organizationId, String gateway) {
        Instant from = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        Refusal refusal = new Refusal(Scope.LOCATION, "CN", policy.id(), "notice-1", from, NOON);
        BitSet minutes = new BitSet();
        minutes.set(720);
        Leak leak = new Leak(organizationId, gateway, refusal, LAST_DAY, minutes, 1, false);
        memory.put(organizationId, new Refusals(List.of(refusal), List.of(leak)));
        return this;
    }

    public SampleState ledger(int partition, Ledger ledger) {
        memory.put(partition, ledger);
        return this;
    }
}
