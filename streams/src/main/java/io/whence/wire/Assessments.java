/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.Assessment;
import io.whence.contracts.Explanation;
import io.whence.domain.cases.Cause;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.policy.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Assessments as they are told to others. */
final class Assessments {
    private Assessments() {}

    static Assessment toAvro(io.whence.domain.cases.Assessment assessment) {
        return Assessment.newBuilder()
                .setOrganizationId(assessment.organizationId())
                .setAt(assessment.at())
                .setPolicyId(assessment.policy().policyId())
                .setPolicyVersion(assessment.policy().version())
                .setWindowStart(assessment.windowStart())
                .setWindowEnd(assessment.windowEnd())
                .setRequests(assessment.requests())
                .setUnsupportedRequests(unsupportedRequests(assessment))
                .setCoverage(assessment.coverage())
                .setProbability(assessment.probability())
                .setScoreDecibans(assessment.scoreDecibans())
                .setModelVersion(assessment.verdict().modelVersion())
                .setExplanations(explanations(assessment))
                .setReasons(assessment.findings().stream().map(Evidence::toAvro).toList())
                .build();
    }

    private static long unsupportedRequests(io.whence.domain.cases.Assessment assessment) {
        return assessment.regions().stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .mapToLong(RegionTraffic::requests)
                .sum();
    }

    /** What a notice would say, and what speaks for the organization. */
    private static List<Explanation> explanations(io.whence.domain.cases.Assessment assessment) {
        var explanations = new ArrayList<Explanation>();
        var told = assessment.causes().stream()
                .map(Cause::classification)
                .distinct()
                .toList();
        if (!told.isEmpty()) {
            explanations.add(
                    explanation(told.size() == 1 ? told.get(0) : Classification.MIXED, assessment.probability()));
        }
        if (!told.contains(assessment.bestBenign())) {
            explanations.add(explanation(assessment.bestBenign(), assessment.benignProbability()));
        }
        explanations.sort(
                Comparator.comparingDouble(Explanation::getProbability).reversed());
        return explanations;
    }

    private static Explanation explanation(Classification classification, double probability) {
        return new Explanation(
                Symbols.toContract(io.whence.contracts.Classification.class, classification), probability);
    }
}
