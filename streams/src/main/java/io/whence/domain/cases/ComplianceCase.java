/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.access.Cidr;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The case of one organization under one policy, from the first sign to its end, and what is remembered after it.
 *
 * @param caseId identifies the case; a new one starts when an organization leaves CLEAR or LIFTED
 * @param organizationId the organization
 * @param policyId the policy
 * @param state where it stands
 * @param told what the organization has been told in this case, as {@link Cause#id()}s
 * @param rulings what officers ruled
 * @param orders what gateways are refusing; fewer than the state calls for while a freeze or the age of the database
 *     suspends them
 * @param asOf event time up to which everything was taken into account
 * @param sequence number of events so far, of this case and of the ones before it under the same policy
 * @param lastHash hash of the last of these events
 */
public record ComplianceCase(
        String caseId,
        String organizationId,
        String policyId,
        CaseState state,
        Set<String> told,
        Rulings rulings,
        List<OrderInForce> orders,
        Instant asOf,
        long sequence,
        String lastHash) {

    public ComplianceCase {
        told = Set.copyOf(told);
        orders = List.copyOf(orders);
    }

    /**
     * What happened to a case.
     *
     * @param after the case now
     * @param event what happened; empty when nothing worth recording did
     * @param notices what is to be told now
     * @param decisions what gateways are to do from now on
     */
    public record Outcome(
            ComplianceCase after,
            Optional<CaseEvent> event,
            List<Notice> notices,
            List<EnforcementDecision> decisions) {
        public Outcome {
            notices = List.copyOf(notices);
            decisions = List.copyOf(decisions);
        }
    }

    /** The case of an organization nothing is known against. */
    public static ComplianceCase none(String organizationId, String policyId) {
        return new ComplianceCase(
                "",
                organizationId,
                policyId,
                new Clear(),
                Set.of(),
                Rulings.NONE,
                List.of(),
                Instant.EPOCH,
                0,
                CaseEvent.NO_HASH);
    }

    /** The outcome when a step is put off: nothing happened but that time passed. */
    Outcome putOff(Outcome step) {
        ComplianceCase later = new ComplianceCase(
                caseId,
                organizationId,
                policyId,
                state,
                told,
                rulings,
                orders,
                step.after().asOf(),
                sequence,
                lastHash);
        return new Outcome(later, Optional.empty(), List.of(), List.of());
    }

    /** Whether nothing was ever held against the organization, or ruled about it. */
    public boolean untouched() {
        return sequence == 0 && state instanceof Clear && rulings.equals(Rulings.NONE);
    }

    /** The first moment after {@link #asOf} at which something happens by itself; empty when nothing will. */
    public Optional<Instant> deadline() {
        Instant thaw = rulings.frozenUntil();
        return thaw != null && thaw.isAfter(asOf) ? Optional.of(thaw) : state.deadline(asOf);
    }

    /** When the case is looked at next by itself: at its deadline, and at every 00:00 UTC while it is not clear. */
    Optional<Instant> nextLook() {
        Stream<Instant> midnight =
                state instanceof Clear ? Stream.empty() : Stream.of(Warning.midnightAtOrAfter(asOf.plusMillis(1)));
        return Stream.concat(deadline().stream(), midnight)
                .filter(date -> date.isAfter(asOf))
                .min(Instant::compareTo);
    }

    /**
     * From where the traffic of the organization is looked at in this case.
     *
     * @param organization its profile
     * @param locator looks the networks of warnings up again when geolocation has changed since
     */
    public Standpoint standpoint(Organization organization, OriginLocator locator) {
        String fingerprint = locator.geolocation().fingerprint();
        boolean changed = state.warnings().stream()
                .anyMatch(warning -> !warning.locatedBy().equals(fingerprint));
        return changed
                ? standpoint(
                        organization,
                        prefix -> locator.locate(Cidr.parse(prefix).network()).region())
                : standpoint(organization);
    }

    /** The same without looking networks up again. */
    public Standpoint standpoint(Organization organization) {
        return standpoint(organization, prefix -> Region.UNKNOWN);
    }

    private Standpoint standpoint(Organization organization, Function<String, Region> placeNow) {
        return new Standpoint(organization, exemptions(organization), rulings, state instanceof Probation, placeNow);
    }

    /** All exemptions: of the profile, then of officers. */
    public List<Exemption> exemptions(Organization organization) {
        List<Exemption> exemptions = new ArrayList<>(organization.exemptions());
        exemptions.addAll(rulings.exemptions());
        return exemptions;
    }

    /** Takes an assessment into account: a day closed, or a deadline came. */
    public Outcome review(RegionPolicy policy, Assessment assessment, NoticeWriter writer) {
        CaseStep step = new CaseStep(policy, assessment, writer, CaseEvent.SYSTEM, null);
        if (rulings.frozenUntil() != null && !rulings.frozen(assessment.at())) {
            return apply(Move.to(state, "FREEZE_OVER", "the freeze is over"), rulings.frozenUntil(null), step);
        }
        if (rulings.frozen(assessment.at())) {
            return apply(Move.stay(state), rulings, step);
        }
        Exemption exemption = unlimitedExemption(writer.organization(), assessment.at());
        if (exemption != null
                && !(state instanceof Exempt known && known.exemptionId().equals(exemption.id()))) {
            return apply(Exempt.move(exemption, state, assessment), rulings, step);
        }
        if (exemption == null && state instanceof Exempt) {
            return lapsed(step);
        }
        Lapses lapses = Lapses.of(exemptions(writer.organization()), rulings.lapsing(), policyId, assessment.at());
        return apply(lapses.before(state.next(reviewOf(step))), rulings.lapsing(lapses.noted()), step);
    }

    /** Takes an officer's action into account; everything before it must have been. */
    public ActionResult act(OfficerAction action, RegionPolicy policy, Assessment assessment, NoticeWriter writer) {
        CaseStep step = new CaseStep(policy, assessment, writer, action.actor(), action.actionId());
        return new ActionRules(this, action, step).result();
    }

    private @Nullable Exemption unlimitedExemption(Organization organization, Instant at) {
        return exemptions(organization).stream()
                .filter(one -> one.unlimited() && one.holds(policyId, at))
                .findFirst()
                .orElse(null);
    }

    /** What was done under an exemption is not held against the organization when it lapses. */
    private Outcome lapsed(CaseStep step) {
        Rulings settled = rulings.settling(step.assessment().lastDay());
        return apply(Move.to(new Clear(), "EXEMPTION_LAPSED", "the exemption lapsed or was withdrawn"), settled, step);
    }

    Review reviewOf(CaseStep step) {
        Assessment assessment = step.assessment();
        return new Review(
                step.policy(),
                assessment,
                untold(assessment),
                step.writer().modeOf(assessment.policy()),
                step.databaseTooOld(),
                step.writer().geolocation().fingerprint(),
                opening(assessment).names(),
                step.writer().suspensions());
    }

    private List<Cause> untold(Assessment assessment) {
        return assessment.announced()
                ? assessment.causes().stream()
                        .filter(cause -> !told.contains(cause.id()))
                        .toList()
                : List.of();
    }

    private NoticeNames names() {
        return new NoticeNames(organizationId, caseId, policyId);
    }

    /** This case, or the new one that would be opened now. */
    private ComplianceCase opening(Assessment assessment) {
        if (!state.closed()) {
            return this;
        }
        String id = Digest.of(organizationId, policyId, assessment.at().toString(), Long.toString(sequence))
                .substring(0, 16);
        return new ComplianceCase(
                id, organizationId, policyId, state, Set.of(), rulings, orders, asOf, sequence, lastHash);
    }

    /** Carries a move out: at most one event, its notices, and the orders that differ from before. */
    Outcome apply(Move given, Rulings ruled, CaseStep step) {
        Assessment assessment = step.assessment();
        Move move = ruled.frozen(assessment.at()) ? given : VisitOrders.noted(this, given, step);
        boolean opens = state.closed() && !move.next().closed();
        ComplianceCase whose = opens ? opening(assessment) : this;
        List<Notice> notices = move.tellings().stream()
                .map(telling -> step.writer().write(whose.names(), assessment, telling))
                .toList();
        Optional<CaseEvent> event =
                move.reason().isEmpty() ? Optional.empty() : Optional.of(whose.event(move, step, notices));
        ComplianceCase after = new ComplianceCase(
                whose.caseId,
                organizationId,
                policyId,
                move.next(),
                whose.toldAfter(move),
                ruled.settling(move, assessment.lastDay()),
                Orders.inForce(orders, move.next(), ruled, step),
                assessment.at(),
                event.map(CaseEvent::sequence).orElse(sequence),
                event.map(CaseEvent::hash).orElse(lastHash));
        return new Outcome(after, event, notices, Orders.between(this, after, step));
    }

    private CaseEvent event(Move move, CaseStep step, List<Notice> notices) {
        return new CaseEvent(
                        caseId,
                        organizationId,
                        policyId,
                        sequence + 1,
                        step.assessment().at(),
                        state.name(),
                        move.next().name(),
                        move.reason(),
                        move.because(),
                        step.actor(),
                        step.actionId(),
                        notices.stream().map(Notice::noticeId).toList(),
                        lastHash,
                        "")
                .sealed();
    }

    private Set<String> toldAfter(Move move) {
        if (move.next().closed() || move.next() instanceof Exempt) {
            return Set.of();
        }
        Set<String> all = new TreeSet<>(told);
        for (Telling telling : move.tellings()) {
            for (Cause cause : telling.causes()) {
                if (telling.kind() == NoticeKind.LIFT) {
                    all.removeIf(id -> id.contains("/" + cause.region() + "/"));
                } else {
                    all.add(cause.id());
                }
            }
        }
        return all;
    }
}
