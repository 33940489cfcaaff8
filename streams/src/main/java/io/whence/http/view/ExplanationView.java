/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.whence.query.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where an organization stands and why, as of its last closed day.
 *
 * @param organization what the provider knows of it
 * @param latestEventAt its latest event time
 * @param closedThrough its last day that takes no more events
 * @param policies one for each policy
 * @param notices what it was told, newest first
 * @param unknowns what is not known, one sentence each
 * @param geolocation what its traffic is located with now
 */
public record ExplanationView(
        OrganizationView organization,
        Instant latestEventAt,
        LocalDate closedThrough,
        List<UnderPolicyView> policies,
        List<NoticeView> notices,
        List<String> unknowns,
        GeolocationView geolocation) {

    /**
     * Where it stands under one policy.
     *
     * @param compliance its case
     * @param assessment what its traffic comes to
     */
    public record UnderPolicyView(@JsonProperty("case") CaseView compliance, AssessmentView assessment) {

        static UnderPolicyView of(Explanation.UnderPolicy under) {
            return new UnderPolicyView(CaseView.of(under.compliance()), AssessmentView.of(under.assessment()));
        }
    }

    /** The view of an explanation. */
    public static ExplanationView of(Explanation explanation) {
        return new ExplanationView(
                OrganizationView.of(explanation.organization()),
                explanation.clock().latest(),
                explanation.clock().closedThrough(),
                explanation.policies().stream().map(UnderPolicyView::of).toList(),
                explanation.notices().stream().map(NoticeView::of).toList(),
                explanation.unknowns(),
                GeolocationView.of(explanation.geolocation()));
    }
}
