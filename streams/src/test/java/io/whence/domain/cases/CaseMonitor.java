/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.policy.PolicyVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Watches what comes out of a case and what went in, knows nothing of its states, and fails on anything that must never
 * happen.
 *
 * @param warnedAt when the organization was warned of a region and not told since that it is over
 * @param refused the scopes that gateways refuse
 * @param approvedBy who approved, and when
 * @param appealed whether an appeal is open
 * @param exemptUntil until when everything is exempt
 * @param frozenUntil until when the case is frozen
 * @param lastHash hash of the last event
 * @param events how many events there were
 */
record CaseMonitor(
        Map<String, Instant> warnedAt,
        Set<String> refused,
        Map<String, Instant> approvedBy,
        boolean appealed,
        Instant exemptUntil,
        Instant frozenUntil,
        String lastHash,
        long events) {

    static CaseMonitor begin() {
        return new CaseMonitor(Map.of(), Set.of(), Map.of(), false, Instant.EPOCH, Instant.EPOCH, CaseEvent.NO_HASH, 0);
    }

    CaseMonitor approved(String actor, Instant at) {
        Map<String, Instant> more = new HashMap<>(approvedBy);
        more.put(actor, at);
        return new CaseMonitor(warnedAt, refused, more, appealed, exemptUntil, frozenUntil, lastHash, events);
    }

    CaseMonitor appeal(boolean open) {
        return new CaseMonitor(warnedAt, refused, approvedBy, open, exemptUntil, frozenUntil, lastHash, events);
    }

    CaseMonitor exempt(Instant until) {
        return new CaseMonitor(warnedAt, refused, approvedBy, false, until, frozenUntil, lastHash, events);
    }

    CaseMonitor frozen(Instant until) {
        return new CaseMonitor(warnedAt, refused, approvedBy, appealed, exemptUntil, until, lastHash, events);
    }

    /** Takes one step's outcome. */
    CaseMonitor saw(ComplianceCase before, ComplianceCase.Outcome outcome, CaseWorld world) {
        long newEvents = checkEvents(before, outcome);
        String hash = outcome.event().map(CaseEvent::hash).orElse(lastHash);
        Map<String, Instant> warned = new HashMap<>(warnedAt);
        outcome.notices().stream()
                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                .forEach(notice -> outcome.after().state().warnings().stream()
                        .filter(warning -> warning.since().equals(notice.issuedAt()))
                        .forEach(warning -> warned.put("LOCATION/" + warning.region(), notice.issuedAt())));
        Set<String> nowRefused = new HashSet<>(refused);
        for (EnforcementDecision decision : outcome.decisions()) {
            String scope = decision.scope() + "/" + decision.scopeId();
            if (decision.refuse() && nowRefused.add(scope)) {
                checkMayRefuse(warned.get(scope), decision, world);
            } else if (!decision.refuse()) {
                nowRefused.remove(scope);
            }
        }
        if (outcome.notices().stream().anyMatch(notice -> notice.kind() == NoticeKind.LIFT)) {
            warned.clear();
        }
        boolean byItself = outcome.event().map(CaseEvent::actionId).isEmpty();
        if (world.suspended() && byItself) {
            assertThat(nowRefused).as("refused on a signal that is suspended").isEmpty();
        }
        if (world.stale() && byItself) {
            assertThat(nowRefused).as("refused on a database that is too old").isEmpty();
        }
        Instant at = outcome.after().asOf();
        if (appealed || exemptUntil.isAfter(at) || frozenUntil.isAfter(at)) {
            assertThat(nowRefused)
                    .as("refused while appealed, exempt or frozen")
                    .isEmpty();
        }
        return new CaseMonitor(
                warned, nowRefused, approvedBy, appealed, exemptUntil, frozenUntil, hash, events + newEvents);
    }

    private long checkEvents(ComplianceCase before, ComplianceCase.Outcome outcome) {
        boolean changed = !before.state().name().equals(outcome.after().state().name());
        if (changed || !outcome.notices().isEmpty()) {
            assertThat(outcome.event()).as("an event for what happened").isPresent();
        }
        outcome.event().ifPresent(event -> {
            assertThat(event.sequence()).isEqualTo(events + 1);
            assertThat(event.previousHash()).isEqualTo(lastHash);
            assertThat(event.hash()).isEqualTo(event.expectedHash());
            assertThat(event.from()).isEqualTo(before.state().name());
            assertThat(event.to()).isEqualTo(outcome.after().state().name());
            assertThat(event.noticeIds())
                    .isEqualTo(outcome.notices().stream().map(Notice::noticeId).toList());
        });
        return outcome.event().isPresent() ? 1 : 0;
    }

    private void checkMayRefuse(Instant warned, EnforcementDecision decision, CaseWorld world) {
        PolicyVersion policy = world.policy().versionInForce(decision.issuedAt());
        assertThat(decision.issuedAt()).as("before the effective date").isAfterOrEqualTo(policy.effectiveAt());
        assertThat(warned).as("refused without a warning: " + decision).isNotNull();
        assertThat(decision.issuedAt()).as("before the grace is over").isAfterOrEqualTo(warned.plus(policy.grace()));
        if (decision.version() == events + 1) {
            assertThat(world.stale())
                    .as("enforced on a database that is too old")
                    .isFalse();
            assertThat(world.suspended())
                    .as("enforced on a signal that is suspended")
                    .isFalse();
        }
        long approvals =
                approvedBy.values().stream().filter(at -> !at.isBefore(warned)).count();
        assertThat(approvals)
                .as("approvals")
                .isGreaterThanOrEqualTo(policy.enforcement().approvals());
    }
}
