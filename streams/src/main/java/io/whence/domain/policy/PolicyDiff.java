/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two states of a policy, version by version.
 *
 * <p>It <em>widens enforcement</em> when somebody may be noticed or enforced against who was not, or sooner, or for
 * longer: a region loses support, wholly or in part; a version is announced or takes effect earlier; {@code shadow}
 * becomes {@code live}; grace, approvals or a threshold becomes lower; clean period or probation becomes longer; more
 * products are in scope. Another window may do both, and so may another choice of products; both count as widening. A
 * narrower scope counts as narrowing, although it can raise the share that a region has in what is left. Reminders and
 * words do neither.
 *
 * @param policyId the policy
 * @param versions every version with a change, in the order of their numbers
 */
public record PolicyDiff(String policyId, List<VersionDiff> versions) {

    public PolicyDiff {
        versions = List.copyOf(versions);
    }

    /**
     * What changes from one state to another.
     *
     * @param before the old side; null when there was no such policy, so that everything was supported
     * @param after the new side, of the same id or not
     */
    public static PolicyDiff between(@Nullable RegionPolicy before, RegionPolicy after) {
        var numbers = new TreeSet<Integer>();
        var olds = byNumber(before);
        var news = byNumber(after);
        numbers.addAll(olds.keySet());
        numbers.addAll(news.keySet());
        var versions = new ArrayList<VersionDiff>();
        for (var number : numbers) {
            difference(before, olds.get(number), after, news.get(number)).ifPresent(versions::add);
        }
        return new PolicyDiff(after.id(), versions);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Whether somebody may be worse off. */
    public boolean widensEnforcement() {
        return versions.stream().anyMatch(VersionDiff::widensEnforcement);
    }

    private static TreeMap<Integer, PolicyVersion> byNumber(@Nullable RegionPolicy policy) {
        var versions = new TreeMap<Integer, PolicyVersion>();
        if (policy != null) {
            policy.versions().forEach(version -> versions.put(version.version(), version));
        }
        return versions;
    }

    private static Optional<VersionDiff> difference(
            @Nullable RegionPolicy before,
            @Nullable PolicyVersion old,
            RegionPolicy after,
            @Nullable PolicyVersion renewed) {
        if (old == null && renewed != null) {
            return Optional.of(added(before, renewed));
        }
        if (old != null && renewed == null) {
            var instead = after.versionInForce(old.effectiveAt());
            return Optional.of(new VersionDiff(
                    old.version(),
                    VersionDiff.Kind.REMOVED,
                    Optional.of(instead.version()),
                    regions(old, instead),
                    FieldComparison.ofTwoVersions(old, instead)));
        }
        return old == null || renewed == null ? Optional.empty() : changed(old, renewed);
    }

    private static VersionDiff added(@Nullable RegionPolicy before, PolicyVersion version) {
        if (before == null) {
            return new VersionDiff(
                    version.version(), VersionDiff.Kind.ADDED, Optional.empty(), unsupported(version), List.of());
        }
        var replaced = before.versionInForce(version.effectiveAt());
        return new VersionDiff(
                version.version(),
                VersionDiff.Kind.ADDED,
                Optional.of(replaced.version()),
                regions(replaced, version),
                FieldComparison.ofTwoVersions(replaced, version));
    }

    private static Optional<VersionDiff> changed(PolicyVersion old, PolicyVersion renewed) {
        var regions = regions(old, renewed);
        var fields = FieldComparison.ofOneVersion(old, renewed);
        return regions.isEmpty() && fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new VersionDiff(
                        old.version(), VersionDiff.Kind.CHANGED, Optional.of(renewed.version()), regions, fields));
    }

    private static List<RegionChange> regions(PolicyVersion before, PolicyVersion after) {
        var regions = regionsOf(before);
        regions.addAll(regionsOf(after));
        return regions.stream()
                .map(region -> new RegionChange(region, before.standingOf(region), after.standingOf(region)))
                .filter(change -> change.before() != change.after())
                .toList();
    }

    private static List<RegionChange> unsupported(PolicyVersion version) {
        return regionsOf(version).stream()
                .map(region -> new RegionChange(region, Standing.SUPPORTED, version.standingOf(region)))
                .filter(change -> change.after() != Standing.SUPPORTED)
                .toList();
    }

    private static TreeSet<Region> regionsOf(PolicyVersion version) {
        var regions = version.rules().exceptions().keySet().stream().collect(Collectors.toCollection(TreeSet::new));
        regions.addAll(Iso3166.countries().keySet());
        return regions;
    }
}
