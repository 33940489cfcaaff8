/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Decibans;
import io.whence.domain.evidence.Finding;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.List;

/**
 * What the traffic of one organization in one window comes to under one policy.
 *
 * @param organizationId the organization
 * @param policy the version that is announced at that time, else the first to come
 * @param announced whether the version is announced, so that notices may cite it
 * @param at event time of the assessment
 * @param windowStart start of the window, inclusive
 * @param windowEnd end of the window, exclusive
 * @param requests admitted requests of the window, of all regions
 * @param coverage share of them that could be located, 0 to 1; 1 when there were none
 * @param regions traffic by region and standing: unsupported first, then indeterminate, then supported, each with most
 *     requests first
 * @param scoreDecibans prior plus capped evidence
 * @param findings what the score is made of, heaviest first
 * @param bestBenign the best explanation that nobody is to be blamed for
 * @param causes what a notice is due for, in the order of the regions
 */
public record Assessment(
        String organizationId,
        PolicyVersion policy,
        boolean announced,
        Instant at,
        Instant windowStart,
        Instant windowEnd,
        long requests,
        double coverage,
        List<RegionTraffic> regions,
        double scoreDecibans,
        List<Finding> findings,
        Classification bestBenign,
        List<Cause> causes) {

    public Assessment {
        regions = List.copyOf(regions);
        findings = List.copyOf(findings);
        causes = List.copyOf(causes);
    }

    /** Probability that the organization operates from an unsupported region. */
    public double probability() {
        return Decibans.toProbability(scoreDecibans);
    }

    /** Probability left for the best benign explanation. */
    public double benignProbability() {
        return 1 - probability();
    }

    /** Whether the window holds any admitted request from an unsupported region. */
    public boolean unsupportedTraffic() {
        return regions.stream().anyMatch(traffic -> traffic.standing() == Standing.UNSUPPORTED);
    }
}
