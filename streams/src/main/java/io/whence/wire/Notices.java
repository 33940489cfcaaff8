/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.Aftermath;
import io.whence.contracts.Classification;
import io.whence.contracts.GeolocationBuild;
import io.whence.contracts.Notice;
import io.whence.contracts.NoticeKind;
import io.whence.contracts.PolicyMode;
import io.whence.domain.origin.DatabaseBuild;
import org.jspecify.annotations.Nullable;

/** Notices on the wire and in the domain. */
final class Notices {
    private Notices() {}

    static Notice toAvro(io.whence.domain.cases.Notice notice) {
        return judged(Notice.newBuilder(), notice)
                .setNoticeId(notice.noticeId())
                .setOrganizationId(notice.organizationId())
                .setOrganizationName(notice.organizationName())
                .setCaseId(notice.caseId())
                .setKind(Symbols.toContract(NoticeKind.class, notice.kind()))
                .setMode(Symbols.toContract(PolicyMode.class, notice.mode()))
                .setClassification(Symbols.toContract(Classification.class, notice.classification()))
                .setIssuedAt(notice.issuedAt())
                .setPolicyId(notice.policyId())
                .setPolicyVersion(notice.policyVersion())
                .setPolicyTitle(notice.policyTitle())
                .setEffectiveAt(notice.effectiveAt())
                .setWindowStart(notice.windowStart())
                .setWindowEnd(notice.windowEnd())
                .setSummary(notice.summary())
                .setRegions(notice.regions().stream().map(NoticeRegions::toAvro).toList())
                .setRemedy(notice.remedy())
                .setGeolocationBuilds(
                        notice.geolocation().stream().map(Notices::toAvro).toList())
                .setCoverage(notice.coverage())
                .setAftermath(toAvro(notice.aftermath()))
                .build();
    }

    private static Notice.Builder judged(Notice.Builder builder, io.whence.domain.cases.Notice notice) {
        return builder.setProbability(notice.probability())
                .setScoreDecibans(notice.scoreDecibans())
                .setModelVersion(notice.modelVersion())
                .setReasons(notice.reasons().stream().map(Evidence::toAvro).toList())
                .setWhatWouldChange(
                        notice.whatWouldChange().stream().map(Evidence::toAvro).toList())
                .setBestBenignExplanation(Symbols.toContract(Classification.class, notice.bestBenignExplanation()))
                .setBestBenignProbability(notice.benignProbability());
    }

    private static @Nullable Aftermath toAvro(io.whence.domain.cases.@Nullable Aftermath aftermath) {
        return aftermath == null ? null : Symbols.toContract(Aftermath.class, aftermath);
    }

    static io.whence.domain.cases.Notice fromAvro(Notice notice) {
        return new io.whence.domain.cases.Notice(
                notice.getNoticeId(),
                notice.getOrganizationId(),
                notice.getOrganizationName(),
                notice.getCaseId(),
                Symbols.toDomain(io.whence.domain.cases.NoticeKind.class, notice.getKind()),
                fromAvro(notice.getClassification()),
                Symbols.toDomain(io.whence.domain.policy.PolicyMode.class, notice.getMode()),
                notice.getIssuedAt(),
                notice.getPolicyId(),
                notice.getPolicyVersion(),
                Symbols.require(notice.getPolicyTitle(), "policy_title"),
                Symbols.require(notice.getEffectiveAt(), "effective_at"),
                notice.getWindowStart(),
                notice.getWindowEnd(),
                notice.getRegions().stream().map(NoticeRegions::fromAvro).toList(),
                notice.getProbability(),
                notice.getScoreDecibans(),
                notice.getModelVersion(),
                notice.getReasons().stream().map(Evidence::fromAvro).toList(),
                fromAvro(Symbols.require(notice.getBestBenignExplanation(), "best_benign_explanation")),
                Symbols.require(notice.getBestBenignProbability(), "best_benign_probability"),
                notice.getSummary(),
                Symbols.require(notice.getRemedy(), "remedy"),
                notice.getGeolocationBuilds().stream().map(Notices::fromAvro).toList(),
                notice.getCoverage(),
                fromAvro(notice.getAftermath()));
    }

    private static io.whence.domain.cases.@Nullable Aftermath fromAvro(@Nullable Aftermath aftermath) {
        return aftermath == null ? null : Symbols.toDomain(io.whence.domain.cases.Aftermath.class, aftermath);
    }

    private static io.whence.domain.cases.Classification fromAvro(Classification explanation) {
        return Symbols.toDomain(io.whence.domain.cases.Classification.class, explanation);
    }

    private static GeolocationBuild toAvro(DatabaseBuild build) {
        return new GeolocationBuild(build.source(), build.builtAt(), build.sha256());
    }

    private static DatabaseBuild fromAvro(GeolocationBuild build) {
        return new DatabaseBuild(build.getSource(), build.getBuiltAt(), build.getSha256());
    }
}
