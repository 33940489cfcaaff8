/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of a policy: what it says from when on, and how it is acted upon.
 *
 * <p>Both instants are at 00:00 UTC. Traffic is tallied per UTC day, so each day must have exactly one version in
 * force; a version that took effect at noon would split a tally in two.
 *
 * @param policyId the policy this is a version of
 * @param version number of the version within the policy, from 1 upwards
 * @param title what people call it
 * @param source the public text the list restates
 * @param sourceDate the day the source dates from
 * @param announcedAt when it was made known; not after {@code effectiveAt}
 * @param effectiveAt from when on events are judged by it
 * @param mode whether it only watches or also acts
 * @param enforcement how a violation is followed up
 * @param thresholds how much traffic is worth a notice
 * @param rules the standing of every region
 * @param products names of the products it applies to, each in lower case letters, digits and hyphens; empty for all
 * @param approvedBy who signed it off, each person once as {@link SignOffs} tells them apart; may be empty
 */
public record PolicyVersion(
        String policyId,
        int version,
        String title,
        String source,
        LocalDate sourceDate,
        Instant announcedAt,
        Instant effectiveAt,
        PolicyMode mode,
        Enforcement enforcement,
        Thresholds thresholds,
        RegionRules rules,
        Set<String> products,
        List<String> approvedBy) {

    static final String PRODUCT = "[a-z0-9-]+";

    public PolicyVersion {
        products = Collections.unmodifiableSet(new TreeSet<>(products));
        approvedBy = List.copyOf(approvedBy);
        require(version >= 1, "version is not positive");
        require(isMidnight(announcedAt), "announcedAt is not at 00:00 UTC");
        require(isMidnight(effectiveAt), "effectiveAt is not at 00:00 UTC");
        require(!announcedAt.isAfter(effectiveAt), "announcedAt is after effectiveAt");
        require(products.stream().allMatch(product -> product.matches(PRODUCT)), "products has a malformed name");
        require(SignOffs.distinct(approvedBy).size() == approvedBy.size(), "approvedBy names somebody twice");
    }

    /** The same contents under another number and other dates. */
    public PolicyVersion takingEffect(int number, Instant newlyAnnouncedAt, Instant newlyEffectiveAt) {
        return new PolicyVersion(
                policyId,
                number,
                title,
                source,
                sourceDate,
                newlyAnnouncedAt,
                newlyEffectiveAt,
                mode,
                enforcement,
                thresholds,
                rules,
                products,
                approvedBy);
    }

    /** The same version, signed off by these people; each once. */
    PolicyVersion signedOffBy(List<String> people) {
        return new PolicyVersion(
                policyId,
                version,
                title,
                source,
                sourceDate,
                announcedAt,
                effectiveAt,
                mode,
                enforcement,
                thresholds,
                rules,
                products,
                people);
    }

    /** Stands for a notice in orders that rest on the announcement of this version alone, such as about visits. */
    public String announcementId() {
        return "announcement/" + policyId + "/" + version;
    }

    /** Least time between a notice and its enforcement; zero or more. */
    public Duration grace() {
        return enforcement.grace();
    }

    /**
     * Whether it applies to traffic of that product; a version for some products does not to traffic of unknown ones.
     */
    public boolean appliesTo(String product) {
        return products.isEmpty() || products.contains(product);
    }

    /** What this version says about a region, whether it is in force or not. */
    public Standing standingOf(Region region) {
        return rules.standingOf(region);
    }

    static boolean isMidnight(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("policy version: " + otherwise);
        }
    }
}
