/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ActionRefusal;
import io.whence.domain.cases.ActionResult;
import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.Assessor;
import io.whence.domain.cases.CaseReviews;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeWriter;
import io.whence.domain.cases.Observations;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.domain.evidence.Companions;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.OrganizationClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The cases of all organizations of a task. Before anything is done to a case, every deadline up to then is kept, each
 * at its own time and with what was known then, so that it does not matter when we come to look.
 *
 * @param rules what the steps rest on
 * @param tallies the traffic
 * @param evidence facts of its days
 * @param companions who else was on its exits on these days
 * @param surges how many organizations each policy touches at once
 * @param cases the case of each organization under each policy
 * @param history the latest of what happened to them
 * @param notices what was told
 * @param leaks looks out for gateways that go on serving
 * @param organizations profiles
 */
record CaseBook(
        CaseRules rules,
        TallyStore tallies,
        Buffer<EvidenceDay> evidence,
        Buffer<Companions> companions,
        SurgeBook surges,
        Buffer<ComplianceCase> cases,
        CaseHistory history,
        Buffer<Notice> notices,
        LeakWatch leaks,
        KeyValueStore<String, ValueAndTimestamp<Organization>> organizations) {

    static CaseBook open(ProcessorContext<?, ?> context, CaseRules rules) {
        rules.policies().readFrom(context.getStateStore(Stores.POLICIES));
        rules.controls().readFrom(context.getStateStore(Stores.CONTROLS));
        return new CaseBook(
                rules,
                new TallyStore(Buffer.of(context, Stores.TALLIES)),
                Buffer.of(context, Stores.EVIDENCE),
                Buffer.of(context, Stores.COMPANIONS),
                new SurgeBook(Buffer.of(context, Stores.SURGES), rules.breaker(), rules.controls()),
                Buffer.of(context, Stores.CASES),
                new CaseHistory(Buffer.of(context, Stores.CASE_HISTORY)),
                Buffer.of(context, Stores.NOTICES),
                LeakWatch.open(context, rules.controls(), rules.tallies()),
                context.getStateStore(Stores.ORGANIZATIONS));
    }

    /** A day of an organization closed. */
    CaseOutcome close(String organizationId, Instant at) {
        CaseOutcome outcome = CaseOutcome.empty();
        for (RegionPolicy policy : rules.policies().current().policies()) {
            Desk desk = new Desk(organization(organizationId), policy);
            keepDeadlines(desk, at, outcome);
            ComplianceCase known = desk.known();
            Assessment assessment = desk.assess(known, later(at, known.asOf()));
            outcome.assessments().add(assessment);
            outcome.add(desk.keep(desk.reviews().of(known, assessment)));
        }
        return outcome;
    }

    /** An organization's time has come to a moment. */
    CaseOutcome turn(String organizationId, Instant at) {
        CaseOutcome outcome = CaseOutcome.empty();
        for (RegionPolicy policy : rules.policies().current().policies()) {
            keepDeadlines(new Desk(organization(organizationId), policy), at, outcome);
        }
        return outcome;
    }

    /** An officer acts; what could not be done is told why, one for each policy the action is about. */
    List<ActionRefusal> act(OfficerAction action, Instant at, CaseOutcome outcome) {
        List<ActionRefusal> refusals = new ArrayList<>();
        List<RegionPolicy> policies = rules.policies().current().policies().stream()
                .filter(policy -> action.concerns(policy.id()))
                .toList();
        for (RegionPolicy policy : policies) {
            Desk desk = new Desk(organization(action.organizationId()), policy);
            keepDeadlines(desk, at, outcome);
            ComplianceCase known = desk.known();
            Assessment assessment = desk.assess(known, later(at, known.asOf()));
            ActionResult result = known.act(action, policy, assessment, desk.writer());
            if (result instanceof ActionResult.Done done) {
                outcome.add(desk.keep(done.outcome()));
            } else if (result instanceof ActionResult.Refused refused) {
                refusals.add(refused.refusal());
            }
        }
        return refusals.size() < policies.size() ? List.of() : refusals;
    }

    private static void keepDeadlines(Desk desk, Instant at, CaseOutcome outcome) {
        desk.reviews().keepDeadlines(desk.known(), at).forEach(step -> outcome.add(desk.keep(step)));
    }

    private Organization organization(String organizationId) {
        ValueAndTimestamp<Organization> profile = organizations.get(organizationId);
        return profile == null ? Organization.unknown(organizationId) : profile.value();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** One organization under one policy. */
    final class Desk {
        private final Organization organization;
        private final RegionPolicy policy;
        private final Bytes key;
        private final NoticeWriter writer;

        Desk(Organization organization, RegionPolicy policy) {
            this.organization = organization;
            this.policy = policy;
            this.key = StoreKey.ofPart(organization.organizationId(), policy.id());
            this.writer = new NoticeWriter(
                    organization,
                    rules.locator().geolocation(),
                    rules.controls().suspensions());
        }

        ComplianceCase known() {
            ComplianceCase stored = cases.get(key);
            return stored == null ? ComplianceCase.none(organization.organizationId(), policy.id()) : stored;
        }

        NoticeWriter writer() {
            return writer;
        }

        Assessment assess(ComplianceCase known, Instant at) {
            Assessor assessor = new Assessor(policy, rules.tallies().evidence());
            LocalDate lastDay = OrganizationClock.closedBy(at, rules.tallies().lateness());
            LocalDate firstDay = assessor.windowStart(lastDay, at);
            String whose = organization.organizationId();
            Observations window = new Observations(
                    tallies.between(whose, firstDay, lastDay),
                    DayStore.between(evidence, whose, firstDay, lastDay),
                    DayStore.between(companions, whose, firstDay, lastDay));
            return assessor.assess(
                    known.standpoint(organization, rules.locator()),
                    lastDay,
                    at,
                    window,
                    rules.locator().geolocation().ageAt(at));
        }

        CaseReviews reviews() {
            return new CaseReviews(policy, this::assess, writer(), step -> surges.lets(policy.id(), step));
        }

        ComplianceCase.Outcome keep(ComplianceCase.Outcome step) {
            if (!step.after().untouched()) {
                cases.put(key, step.after());
            }
            step.event().ifPresent(history::add);
            leaks.hear(step.decisions());
            for (Notice notice : step.notices()) {
                String when = notice.issuedAt() + "/" + notice.noticeId();
                notices.put(StoreKey.ofPart(organization.organizationId(), when), notice);
            }
            return step;
        }
    }
}
