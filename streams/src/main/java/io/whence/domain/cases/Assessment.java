/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Counterfactual;
import io.whence.domain.evidence.Finding;
import io.whence.domain.evidence.Level;
import io.whence.domain.evidence.Onset;
import io.whence.domain.evidence.Verdict;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param verdict what all evidence comes to
 * @param bestBenign the best explanation that nobody is to be blamed for
 * @param causes what a notice is due for, in the order of the regions
 * @param paces how fast the traffic ran in the last week of the window
 * @param lastTried event time of the last request from each region that is not supported, refused ones included
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
        Verdict verdict,
        Classification bestBenign,
        List<Cause> causes,
        Paces paces,
        Map<Region, Instant> lastTried) {

    /** Explanations of direct requests that keep anything from being enforced as long as they hold. */
    private static final Set<Classification> EXPLAINED = Set.of(
            Classification.TRAVELLER,
            Classification.END_USERS,
            Classification.KEY_COMPROMISE,
            Classification.EDGE_PLATFORM);

    public Assessment {
        regions = List.copyOf(regions);
        causes = List.copyOf(causes);
        lastTried = Map.copyOf(lastTried);
    }

    /** Prior plus capped evidence, in decibans. */
    public double scoreDecibans() {
        return verdict.scoreDecibans();
    }

    /** What the score is made of, heaviest first, the prior last. */
    public List<Finding> findings() {
        return verdict.findings();
    }

    /** What would change the score, that which would change most first. */
    public List<Counterfactual> whatWouldChange() {
        return Counterfactual.of(findings());
    }

    /** Since when the evidence adds up; empty while the organization is not likelier there than not. */
    public Optional<LocalDate> onset() {
        return Onset.of(findings());
    }

    /** Probability that the organization operates from an unsupported region. */
    public double probability() {
        return verdict.probability();
    }

    /** Whether direct requests from a region may have an explanation that nobody is to be blamed for. */
    boolean explained(Region region) {
        return causes.stream()
                .anyMatch(cause -> cause.region().equals(region) && EXPLAINED.contains(cause.classification()));
    }

    /** Whether there is anything to open a case for. */
    boolean noteworthy() {
        return unsupportedTraffic() || causes.stream().anyMatch(Cause::indirect);
    }

    /** Whether what led to asking about a masked origin is still so, with a margin against to and fro. */
    boolean stillMasked() {
        return causes.stream().anyMatch(Cause::indirect)
                || verdict.scoreDecibans() >= Level.NOTICE.from() - Level.HYSTERESIS;
    }

    /** Probability left for the best benign explanation. */
    public double benignProbability() {
        return 1 - probability();
    }

    /** Whether the window holds any admitted request from an unsupported region. */
    public boolean unsupportedTraffic() {
        return regions.stream().anyMatch(traffic -> traffic.standing() == Standing.UNSUPPORTED);
    }

    /** Last UTC day of the window. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(windowEnd, ZoneOffset.UTC).minusDays(1);
    }

    /** The traffic of a region that is not supported; empty when there was none. */
    Optional<RegionTraffic> unsupported(Region region) {
        return regions.stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED
                        && traffic.region().equals(region))
                .findFirst();
    }

    /** How fast the traffic of a region runs, and what could take its place. */
    Pace pace(Region region) {
        return paces.of(region);
    }

    /** When somebody last tried to use the API from a region; long ago when nobody did. */
    Instant lastTried(Region region) {
        return lastTried.getOrDefault(region, Instant.EPOCH);
    }
}
