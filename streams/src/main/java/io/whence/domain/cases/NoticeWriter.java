/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes notices about one organization.
 *
 * @param organization whom they are about
 * @param geolocation what located its traffic
 * @param suspensions which signals may not support enforcement
 */
public record NoticeWriter(Organization organization, Geolocation geolocation, Suspensions suspensions) {

    /** A writer while every signal may support enforcement. */
    public NoticeWriter(Organization organization, Geolocation geolocation) {
        this(organization, geolocation, Suspensions.NONE);
    }

    /** Whether anybody is to be told under a version of a policy. Nobody is accused on demo data. */
    PolicyMode modeOf(PolicyVersion policy) {
        return geolocation.demo() ? PolicyMode.SHADOW : policy.mode();
    }

    /** Writes what is to be told. */
    Notice write(NoticeNames names, Assessment assessment, Telling telling) {
        PolicyVersion policy = assessment.policy();
        return new Notice(
                names.idOf(telling),
                organization.organizationId(),
                null,
                names.caseId(),
                telling.kind(),
                telling.classification(),
                modeOf(policy),
                assessment.at(),
                policy.policyId(),
                policy.version(),
                policy.title(),
                telling.effectiveAt(),
                assessment.windowStart(),
                assessment.windowEnd(),
                notSupported(assessment),
                round(assessment.probability()),
                assessment.scoreDecibans(),
                assessment.verdict().modelVersion(),
                assessment.findings(),
                assessment.bestBenign(),
                round(assessment.benignProbability()),
                summary(telling, assessment),
                NoticeText.remedy(telling),
                geolocation.builds(),
                round(assessment.coverage()),
                telling.aftermath());
    }

    private String summary(Telling telling, Assessment assessment) {
        return NoticeText.summary(telling, assessment, modeOf(assessment.policy()))
                + NoticeText.withheld(withheld(telling, assessment));
    }

    /** The regions of a warning that nothing can be enforced about. */
    private List<Cause> withheld(Telling telling, Assessment assessment) {
        boolean threatens = telling.kind() == NoticeKind.WARNING || telling.kind() == NoticeKind.REMINDER;
        return threatens
                ? telling.causes().stream()
                        .filter(cause -> suspensions.against(cause, assessment).isPresent())
                        .toList()
                : List.of();
    }

    private static List<RegionTraffic> notSupported(Assessment assessment) {
        return assessment.regions().stream()
                .filter(traffic -> traffic.standing() != Standing.SUPPORTED)
                .toList();
    }

    static String regionsOf(List<Cause> causes) {
        return causes.stream().map(cause -> cause.region().code()).sorted().collect(Collectors.joining(", "));
    }

    /** Probabilities are told to the thousandth. */
    private static double round(double probability) {
        return Math.rint(probability * 1000) / 1000;
    }
}
