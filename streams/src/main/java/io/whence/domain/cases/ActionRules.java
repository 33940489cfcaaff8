/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.cases.ActionRefusal.Reason;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of action does to a case in each state.
 *
 * @param compliance the case
 * @param action what the officer decided
 * @param step who, when, and what the traffic comes to then
 */
record ActionRules(ComplianceCase compliance, OfficerAction action, CaseStep step) {

    ActionResult result() {
        Instant expiry = action.expiresAt();
        if (expiry != null && !expiry.isAfter(at())) {
            return refused(
                    Reason.EXPIRED, "expires_at", "ended at " + expiry + ", before it was given; choose a later date");
        }
        return switch (action.kind()) {
            case ACKNOWLEDGE -> acknowledge();
            case APPROVE -> approve();
            case EXEMPT -> exempt();
            case APPEAL -> appeal();
            case DECIDE_APPEAL -> decideAppeal();
            case LIFT -> lift();
            case FREEZE -> done(Move.to(state(), "FROZEN", because()), rulings().frozenUntil(endOf(expiry)));
            case UNFREEZE -> unfreeze();
            case ESCALATE -> escalate();
        };
    }

    private CaseState state() {
        return compliance.state();
    }

    private Rulings rulings() {
        return compliance.rulings();
    }

    private Instant at() {
        return step.assessment().at();
    }

    private static Instant endOf(@Nullable Instant expiry) {
        return expiry == null ? Rulings.FURTHER_NOTICE : expiry;
    }

    private ActionResult acknowledge() {
        return compliance.caseId().isEmpty() ? noCase() : done(Move.to(state(), "ACKNOWLEDGED", because()), rulings());
    }

    private ActionResult approve() {
        boolean waiting = state().warnings().stream().anyMatch(warning -> !warning.enforced());
        if (!waiting || state() instanceof Appealed) {
            return notInThisState("there is nothing to approve");
        }
        boolean again = state().approvals().stream()
                .anyMatch(approval -> approval.actor().equals(action.actor())
                        && state().warnings().stream().anyMatch(warning -> approval.countsFor(warning, at())));
        if (again) {
            return refused(
                    Reason.ALREADY_APPROVED,
                    "actor",
                    "'" + action.actor() + "' approved already; another officer has to");
        }
        List<Approval> approvals = new ArrayList<>(state().approvals());
        approvals.add(new Approval(action.actor(), at(), action.expiresAt()));
        CaseState approved = state().approvedBy(approvals);
        Move move = rulings().frozen(at()) ? Move.stay(approved) : approved.next(compliance.reviewOf(step));
        return done(move.after("APPROVED", because()), rulings());
    }

    private ActionResult exempt() {
        Exemption exemption = exemption(action.region() == null ? Set.of() : Set.of(action.region()));
        Move move = exemption.unlimited()
                ? Exempt.move(exemption, state(), step.assessment())
                : lifting(state().warnings().stream()
                        .filter(warning -> exemption.covers(warning.region()))
                        .toList());
        return done(move.after("EXEMPTION_GRANTED", because()), rulings().exempting(exemption));
    }

    /** Ends some of the warnings because an exemption covers them; an appeal that is open decides for itself. */
    private Move lifting(List<Warning> covered) {
        if (covered.isEmpty() || state() instanceof Appealed) {
            return Move.stay(state());
        }
        List<Warning> others = state().warnings().stream()
                .filter(warning -> !covered.contains(warning))
                .toList();
        Telling lift =
                Telling.about(NoticeKind.LIFT, covered, step.assessment(), at()).because(LiftCause.EXEMPTED);
        return new Move(state().withWarnings(others, at()), "", "", List.of(lift));
    }

    private Exemption exemption(Set<Region> regions) {
        return exemption(regions, action.expiresAt());
    }

    private Exemption exemption(Set<Region> regions, @Nullable Instant until) {
        return new Exemption(
                action.actionId(),
                compliance.policyId(),
                regions,
                action.actor(),
                action.reasonCode(),
                action.licence(),
                at(),
                until);
    }

    private ActionResult appeal() {
        return state() instanceof Noticed || state() instanceof Enforced
                ? done(Move.to(new Appealed(at(), state()), "APPEALED", because()), rulings())
                : notInThisState("there is nothing to appeal against");
    }

    private ActionResult decideAppeal() {
        AppealOutcome outcome = action.outcome();
        if (!(state() instanceof Appealed appealed) || outcome == null) {
            return notInThisState("there is no appeal to decide");
        }
        if (!outcome.upheld()) {
            return done(Move.to(appealed.resumed(at()), "APPEAL_REFUSED", because()), rulings());
        }
        LiftCause cause = outcome == AppealOutcome.EXEMPT ? LiftCause.EXEMPTED : LiftCause.APPEAL_UPHELD;
        Set<Region> regions = state().warnings().stream().map(Warning::region).collect(Collectors.toSet());
        Instant until = action.expiresAt() == null ? at().plus(settledFor()) : action.expiresAt();
        Move move = ending(cause).after("APPEAL_UPHELD_" + outcome, because());
        return done(move, rulings().exempting(exemption(regions, until)));
    }

    /** Until none of the traffic that was appealed about is in the window any more. */
    private Duration settledFor() {
        return Duration.ofDays(step.assessment().policy().thresholds().windowDays());
    }

    private ActionResult lift() {
        return state().warnings().isEmpty() && !(state() instanceof Probation)
                ? notInThisState("there is nothing to lift")
                : done(ending(LiftCause.OFFICER).after("LIFTED_BY_OFFICER", because()), rulings());
    }

    private Move ending(LiftCause cause) {
        List<Warning> over = state().warnings();
        List<Telling> tellings = over.isEmpty()
                ? List.of()
                : List.of(Telling.about(NoticeKind.LIFT, over, step.assessment(), at())
                        .because(cause));
        return new Move(new Lifted(at(), cause), "", "", tellings);
    }

    private ActionResult unfreeze() {
        return rulings().frozen(at())
                ? done(Move.to(state(), "UNFROZEN", because()), rulings().frozenUntil(null))
                : notInThisState("it is not frozen");
    }

    private ActionResult escalate() {
        if (!(state() instanceof Enforced enforced)) {
            return notInThisState("only what is enforced already can be escalated");
        }
        Set<String> officers = new HashSet<>();
        officers.add(action.actor());
        enforced.approvals().forEach(approval -> officers.add(approval.actor()));
        int needed = step.policy().versionInForce(at()).enforcement().approvals();
        if (officers.size() < needed) {
            return refused(
                    Reason.APPROVALS_MISSING,
                    "actor",
                    "the policy asks for " + needed + " officers, " + officers.size() + " approved");
        }
        Scope scope = java.util.Objects.requireNonNull(action.scope());
        String scopeId = scope == Scope.ORGANIZATION ? compliance.organizationId() : String.valueOf(action.scopeId());
        Order told = enforced.orders().get(0);
        PolicyMode mode = told.mode();
        return done(
                Move.to(
                        enforced.escalatedTo(new Order(scope, scopeId, told.noticeId(), mode)),
                        "ESCALATED_TO_" + scope,
                        because()),
                rulings());
    }

    private String because() {
        return action.reasonCode() + (action.text() == null ? "" : ": " + action.text());
    }

    private ActionResult done(Move move, Rulings ruled) {
        return new ActionResult.Done(compliance.apply(move, ruled, step));
    }

    private ActionResult noCase() {
        return refused(Reason.NO_CASE, "organization_id", "there is no case of " + action.organizationId());
    }

    private ActionResult notInThisState(String why) {
        return compliance.caseId().isEmpty()
                ? noCase()
                : refused(Reason.NOT_IN_THIS_STATE, "kind", why + " while the case is " + state().name());
    }

    private static ActionResult refused(Reason reason, String field, String message) {
        return new ActionResult.Refused(new ActionRefusal(reason, field, message));
    }
}
