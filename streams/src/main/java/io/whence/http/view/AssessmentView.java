/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Assessment;
import io.whence.domain.policy.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the traffic of an organization in one window comes to under one policy.
 *
 * @param policyId the policy
 * @param policyVersion the version that counts at that time
 * @param policyTitle its title
 * @param mode whether it only watches or also acts
 * @param announced whether the version is announced, so that notices may cite it
 * @param effectiveAt when the version takes effect
 * @param at event time of the assessment
 * @param windowStart start of the window, included
 * @param windowEnd end of the window, excluded
 * @param requests admitted requests of the window
 * @param coverage share of them that could be located, 0 to 1
 * @param regions unsupported first, then indeterminate, then supported
 * @param probability that the organization operates from an unsupported region, 0 to 1
 * @param scoreDecibans the same as log-odds in decibans
 * @param onset UTC day since when the evidence adds up; null below even odds
 * @param modelVersion the version of the weights
 * @param reasons what the score is made of, heaviest first
 * @param whatWouldChange what an organization can show to change the score, that which would change most first
 * @param bestBenignExplanation the best explanation that nobody is to be blamed for
 * @param bestBenignProbability its probability, 0 to 1
 * @param causes what a notice is due for, whether it was sent or not
 * @param thresholds how much is worth a notice
 */
public record AssessmentView(
        String policyId,
        int policyVersion,
        String policyTitle,
        String mode,
        boolean announced,
        Instant effectiveAt,
        Instant at,
        Instant windowStart,
        Instant windowEnd,
        long requests,
        double coverage,
        List<RegionView> regions,
        double probability,
        double scoreDecibans,
        @Nullable LocalDate onset,
        String modelVersion,
        List<ReasonView> reasons,
        List<CounterfactualView> whatWouldChange,
        String bestBenignExplanation,
        double bestBenignProbability,
        List<CauseView> causes,
        ThresholdsView thresholds) {

    static AssessmentView of(Assessment assessment) {
        PolicyVersion policy = assessment.policy();
        return new AssessmentView(
                policy.policyId(),
                policy.version(),
                policy.title(),
                policy.mode().name(),
                assessment.announced(),
                policy.effectiveAt(),
                assessment.at(),
                assessment.windowStart(),
                assessment.windowEnd(),
                assessment.requests(),
                assessment.coverage(),
                assessment.regions().stream().map(RegionView::of).toList(),
                assessment.probability(),
                assessment.scoreDecibans(),
                assessment.onset().orElse(null),
                assessment.verdict().modelVersion(),
                assessment.findings().stream().map(ReasonView::of).toList(),
                assessment.whatWouldChange().stream()
                        .map(CounterfactualView::of)
                        .toList(),
                assessment.bestBenign().name(),
                assessment.benignProbability(),
                assessment.causes().stream().map(CauseView::of).toList(),
                ThresholdsView.of(policy.thresholds()));
    }
}
