/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice, member for member as in the contract of the topic {@code compliance-notices}. */
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
