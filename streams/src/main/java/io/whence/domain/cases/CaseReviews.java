/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the case of one organization under one policy: at an instant, and at every deadline before it.
 *
 * @param policy the policy with its history
 * @param lookout says what the traffic came to
 * @param writer writes what is told
 * @param breaker holds back what touches too many at once
 */
public record CaseReviews(RegionPolicy policy, Lookout lookout, NoticeWriter writer, Breaker breaker) {

    /** Says what the traffic of a case came to at an instant, as far as was known then. */
    public interface Lookout {
        Assessment at(ComplianceCase compliance, Instant instant);
    }

    /** Decides whether a step that newly warns or enforces may go on. */
    public interface Breaker {
        boolean lets(ComplianceCase.Outcome step);
    }

    /**
     * Looks at a case at every midnight and keeps every deadline up to an instant, each at its own time, in the order
     * of time.
     */
    public List<ComplianceCase.Outcome> keepDeadlines(ComplianceCase compliance, Instant upTo) {
        List<ComplianceCase.Outcome> kept = new ArrayList<>();
        ComplianceCase now = compliance;
        for (Optional<Instant> next = now.nextLook();
                next.isPresent() && !next.get().isAfter(upTo);
                next = now.nextLook()) {
            ComplianceCase.Outcome outcome = at(now, next.get());
            kept.add(outcome);
            now = outcome.after();
        }
        return kept;
    }

    /** Looks at a case at an instant. */
    public ComplianceCase.Outcome at(ComplianceCase compliance, Instant instant) {
        return of(compliance, lookout.at(compliance, instant));
    }

    /** Looks at a case with what its traffic came to. */
    public ComplianceCase.Outcome of(ComplianceCase compliance, Assessment assessment) {
        ComplianceCase.Outcome step = compliance.review(policy, assessment, writer);
        return touches(step) && !breaker.lets(step) ? compliance.putOff(step) : step;
    }

    private static boolean touches(ComplianceCase.Outcome step) {
        return step.event().filter(VisitOrders::begunBy).isPresent()
                || step.notices().stream()
                        .anyMatch(notice ->
                                notice.kind() == NoticeKind.WARNING || notice.kind() == NoticeKind.ENFORCEMENT);
    }
}
