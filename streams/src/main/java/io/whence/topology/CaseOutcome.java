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

    /** An outcome to be added to. */
    static CaseOutcome empty() {
        return new CaseOutcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(ComplianceCase.Outcome step) {
        events.addAll(step.event().stream().toList());
        notices.addAll(step.notices());
        decisions.addAll(step.decisions());
    }
}
