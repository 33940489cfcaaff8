/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes notices about one organization.
 *
 * @param organization whom they are about
 * @param geolocation what located its traffic
 */
public record NoticeWriter(Organization organization, Geolocation geolocation) {

    /** The notice of several causes of one kind that became due together. */
    Notice write(ComplianceCase compliance, Assessment assessment, List<Cause> causes) {
        Classification classification = classificationOf(causes);
        PolicyVersion policy = assessment.policy();
        return new Notice(
                noticeId(compliance, causes),
                organization.organizationId(),
                organization.name(),
                compliance.caseId(),
                causes.get(0).kind(),
                classification,
                geolocation.demo() ? PolicyMode.SHADOW : policy.mode(),
                assessment.at(),
                policy.policyId(),
                policy.version(),
                policy.title(),
                effectiveAt(causes.get(0).kind(), assessment),
                assessment.windowStart(),
                assessment.windowEnd(),
                notSupported(assessment),
                round(assessment.probability()),
                assessment.scoreDecibans(),
                assessment.findings(),
                assessment.bestBenign(),
                round(assessment.benignProbability()),
                NoticeText.summary(classification, causes, assessment),
                NoticeText.remedy(causes.get(0).kind(), classification, regionsOf(causes)),
                geolocation.builds(),
                round(assessment.coverage()),
                null);
    }

    private static List<RegionTraffic> notSupported(Assessment assessment) {
        return assessment.regions().stream()
                .filter(traffic -> traffic.standing() != Standing.SUPPORTED)
                .toList();
    }

    private static Instant effectiveAt(NoticeKind kind, Assessment assessment) {
        return kind == NoticeKind.WARNING
                ? CaseState.enforceableFrom(assessment)
                : assessment.policy().effectiveAt();
    }

    private static Classification classificationOf(List<Cause> causes) {
        List<Classification> distinct =
                causes.stream().map(Cause::classification).distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : Classification.MIXED;
    }

    private static String noticeId(ComplianceCase compliance, List<Cause> causes) {
        String cause = causes.stream().sorted().map(Cause::id).collect(Collectors.joining(","));
        return Digest.of(
                        compliance.organizationId(),
                        compliance.caseId(),
                        causes.get(0).kind().name(),
                        cause,
                        compliance.policyId())
                .substring(0, 32);
    }

    static String regionsOf(List<Cause> causes) {
        return causes.stream().map(cause -> cause.region().code()).sorted().collect(Collectors.joining(", "));
    }

    /** Probabilities are told to the thousandth. */
    private static double round(double probability) {
        return Math.rint(probability * 1000) / 1000;
    }
}
