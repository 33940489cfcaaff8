/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice, member for member as in the contract of the topic {@code compliance-notices}.
 *
 * @param noticeId hash of organization, case, kind, cause and policy: the same cause gives the same id
 * @param organizationId whom it is about
 * @param organizationName its name for people to read, or null
 * @param caseId the case it belongs to
 * @param kind what it does: ADVISORY, WARNING, REMINDER, ENFORCEMENT or LIFT
 * @param mode SHADOW is for compliance only, LIVE goes to the organization too
 * @param classification the explanation that fits best
 * @param issuedAt event time
 * @param policyId the policy it rests on
 * @param policyVersion its version, 1 or more
 * @param policyTitle its title, or null
 * @param effectiveAt when enforcement starts for this organization, or the policy for an advisory; null when neither is
 *     to come
 * @param windowStart start of the time the numbers are about, included
 * @param windowEnd its end, excluded
 * @param summary the notice in one sentence
 * @param regions from where, and how much: what is not plainly supported, worst first
 * @param probability that the organization is used from an unsupported region, 0 to 1
 * @param scoreDecibans the same as log-odds in decibans: 10 log10(p / (1 - p))
 * @param modelVersion the version of the weights, or null
 * @param reasons heaviest first
 * @param whatWouldChange what an organization can show to change the score, that which would change most first
 * @param bestBenignExplanation the most probable harmless explanation
 * @param bestBenignProbability its probability, 0 to 1; null when none was weighed
 * @param remedy what the organization can do to settle the matter; null when nothing is asked
 * @param geolocationBuilds the geolocation builds the numbers rest on
 * @param coverage share of the organization's requests that could be located, 0 to 1
 * @param aftermath what became of the traffic since the organization was warned; null before a warning
 */
public record NoticeView(
        String noticeId,
        String organizationId,
        @Nullable String organizationName,
        String caseId,
        String kind,
        String mode,
        String classification,
        Instant issuedAt,
        String policyId,
        int policyVersion,
        @Nullable String policyTitle,
        @Nullable Instant effectiveAt,
        Instant windowStart,
        Instant windowEnd,
        String summary,
        List<RegionView> regions,
        double probability,
        double scoreDecibans,
        @Nullable String modelVersion,
        List<ReasonView> reasons,
        List<CounterfactualView> whatWouldChange,
        @Nullable String bestBenignExplanation,
        @Nullable Double bestBenignProbability,
        @Nullable String remedy,
        List<GeolocationBuildView> geolocationBuilds,
        double coverage,
        @Nullable String aftermath) {

    /** The view of a notice. */
    public static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.noticeId(),
                notice.organizationId(),
                notice.organizationName(),
                notice.caseId(),
                notice.kind().name(),
                notice.mode().name(),
                notice.classification().name(),
                notice.issuedAt(),
                notice.policyId(),
                notice.policyVersion(),
                notice.policyTitle(),
                notice.effectiveAt(),
                notice.windowStart(),
                notice.windowEnd(),
                notice.summary(),
                notice.regions().stream().map(RegionView::of).toList(),
                notice.probability(),
                notice.scoreDecibans(),
                notice.modelVersion(),
                notice.reasons().stream().map(ReasonView::of).toList(),
                notice.whatWouldChange().stream().map(CounterfactualView::of).toList(),
                notice.bestBenignExplanation().name(),
                notice.benignProbability(),
                notice.remedy(),
                notice.geolocation().stream().map(GeolocationBuildView::of).toList(),
                notice.coverage(),
                notice.aftermath() == null ? null : notice.aftermath().name());
    }
}
