/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step did to the cases of an organization.
 *
 * @param assessments the assessments of windows that ended with a closed day
 * @param events what happened to the cases
 * @param notices what is to be told
 * @param decisions what gateways are to do
 */
record CaseOutcome(
        List<Assessment> assessments,
        List<CaseEvent> events,
        List<Notice> notices,
        List<EnforcementDecision> decisions) {

    private static final long LIVE_MILLIS = 60_000;

    /** An outcome to be added to. */
    static CaseOutcome empty() {
        return new CaseOutcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Whether gateways wait for it: a commit is worth its price for an order that is brought about by what has just
     * been received, not while old logs are worked off.
     */
    boolean urgentAt(long receivedAt, long now) {
        return !decisions.isEmpty() && now - receivedAt < LIVE_MILLIS;
    }

    void add(ComplianceCase.Outcome step) {
        events.addAll(step.event().stream().toList());
        notices.addAll(step.notices());
        decisions.addAll(step.decisions());
    }
}
