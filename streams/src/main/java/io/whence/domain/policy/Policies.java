/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All policies that traffic is judged by. What is asked for each request is worked out once. */
public final class Policies {
    private final List<RegionPolicy> policies;
    private final Set<Region> trackedCountries;
    private final Set<Region> plainlySupported;
    private final Set<Region> plainlyWatched;
    private final boolean scopedByProduct;

    /**
     * Puts policies together.
     *
     * @param policies any number, each with an id of its own
     */
    public Policies(List<RegionPolicy> policies) {
        this.policies = List.copyOf(policies);
        if (policies.stream().map(RegionPolicy::id).distinct().count() < policies.size()) {
            throw new IllegalArgumentException("policies: two have the same id");
        }
        this.trackedCountries = Set.copyOf(versions()
                .flatMap(version -> version.rules().trackedCountries().stream())
                .collect(Collectors.toSet()));
        this.scopedByProduct =
                versions().anyMatch(version -> !version.products().isEmpty());
        this.plainlySupported = countries(this::supportedByAll);
        this.plainlyWatched = countries(region -> !supportedByAll(region));
    }

    /** The policies, as given. */
    public List<RegionPolicy> policies() {
        return policies;
    }

    /** The policy with that id; empty when there is none. */
    public Optional<RegionPolicy> policy(String id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /** The countries in which some version of some policy makes it matter where exactly somebody is. */
    public Set<Region> trackedCountries() {
        return trackedCountries;
    }

    /** The longest window of any version in UTC days, at least the usual one. */
    public int longestWindow() {
        return Math.max(
                Thresholds.DEFAULT_WINDOW_DAYS,
                versions()
                        .mapToInt(version -> version.thresholds().windowDays())
                        .max()
                        .orElse(0));
    }

    /** Whether some version of some policy applies to some products only, so that they must be counted apart. */
    public boolean scopedByProduct() {
        return scopedByProduct;
    }

    /**
     * Whether some version of some policy does not plainly support the region, so that its traffic is worth keeping.
     */
    public boolean watched(Region region) {
        return !plainlySupported.contains(region) && (plainlyWatched.contains(region) || !supportedByAll(region));
    }

    private boolean supportedByAll(Region region) {
        return versions().allMatch(version -> version.standingOf(region) == Standing.SUPPORTED);
    }

    private static Set<Region> countries(Predicate<Region> wanted) {
        return Stream.concat(Iso3166.countries().keySet().stream(), Stream.of(Region.UNKNOWN))
                .filter(wanted)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<PolicyVersion> versions() {
        return policies.stream().flatMap(policy -> policy.versions().stream());
    }
}
