/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The case of one organization under one policy, from the first sign to its end.
 *
 * @param caseId identifies the case; a new one starts when an organization leaves CLEAR again
 * @param organizationId the organization
 * @param policyId the policy
 * @param state where it stands
 * @param sequence number of events so far, of this case and of the ones before it under the same policy
 * @param lastHash hash of the last of these events
 */
public record ComplianceCase(
        String caseId, String organizationId, String policyId, CaseState state, long sequence, String lastHash) {

    /**
     * What an assessment did to a case.
     *
     * @param after the case now
     * @param event the transition, or empty when the state has the name it had
     * @param notices what is to be told now
     */
    public record Outcome(ComplianceCase after, Optional<CaseEvent> event, List<Notice> notices) {
        public Outcome {
            notices = List.copyOf(notices);
        }
    }

    /** The case of an organization nothing is known against. */
    public static ComplianceCase none(String organizationId, String policyId) {
        return new ComplianceCase("", organizationId, policyId, new Clear(), 0, CaseEvent.NO_HASH);
    }

    /** Takes an assessment into account. */
    public Outcome assess(Assessment assessment, NoticeWriter writer) {
        List<Cause> untold = state.untold(assessment);
        CaseState next = state.after(assessment, untold);
        if (next.name().equals(state.name())) {
            ComplianceCase after = new ComplianceCase(caseId, organizationId, policyId, next, sequence, lastHash);
            return new Outcome(after, Optional.empty(), after.notices(assessment, untold, writer));
        }
        ComplianceCase opened = state instanceof Clear ? opened(assessment) : this;
        CaseEvent event = opened.transition(next, assessment, untold);
        ComplianceCase after =
                new ComplianceCase(opened.caseId, organizationId, policyId, next, event.sequence(), event.hash());
        return new Outcome(after, Optional.of(event), after.notices(assessment, untold, writer));
    }

    private ComplianceCase opened(Assessment assessment) {
        String id =
                Digest.of(organizationId, policyId, assessment.at().toString()).substring(0, 16);
        return new ComplianceCase(id, organizationId, policyId, state, sequence, lastHash);
    }

    private CaseEvent transition(CaseState next, Assessment assessment, List<Cause> untold) {
        return new CaseEvent(
                        caseId,
                        organizationId,
                        policyId,
                        sequence + 1,
                        assessment.at(),
                        state.name(),
                        next.name(),
                        reason(next, untold),
                        CaseEvent.SYSTEM,
                        lastHash,
                        "")
                .sealed();
    }

    private static String reason(CaseState next, List<Cause> untold) {
        if (next instanceof Clear) {
            return "no admitted traffic from an unsupported region in the window";
        }
        if (untold.isEmpty()) {
            return "traffic from an unsupported region, below the thresholds of a notice";
        }
        return untold.stream().sorted().map(Cause::id).collect(Collectors.joining(", "));
    }

    private List<Notice> notices(Assessment assessment, List<Cause> untold, NoticeWriter writer) {
        Map<NoticeKind, List<Cause>> byKind =
                untold.stream().collect(Collectors.groupingBy(Cause::kind, TreeMap::new, Collectors.toList()));
        Collection<List<Cause>> groups = byKind.values();
        return groups.stream()
                .map(causes -> writer.write(this, assessment, causes))
                .toList();
    }
}
