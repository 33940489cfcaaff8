/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A policy with its history: which regions are supported, from when on.
 *
 * @param id the key of the policy
 * @param versions at least one, in ascending order of version number and of effective date
 */
public record RegionPolicy(String id, List<PolicyVersion> versions) {

    public RegionPolicy {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("policy " + id + ": no versions");
        }
        for (var i = 0; i < versions.size(); i++) {
            requireInOrder(id, versions, i);
        }
    }

    /**
     * The version by which an event of that time is judged: the latest one that has taken effect. When none has yet,
     * the first one: traffic between announcement and enforcement must be judged by the coming rule, or notices could
     * not go out before it is enforced. That nothing is enforced before the effective date is for the case to hold.
     */
    public PolicyVersion versionInForce(Instant eventTime) {
        var inForce = versions.get(0);
        for (var version : versions) {
            if (!version.effectiveAt().isAfter(eventTime)) {
                inForce = version;
            }
        }
        return inForce;
    }

    /** The latest version made known by then, which is what a notice may cite; empty before the first one. */
    public Optional<PolicyVersion> announced(Instant at) {
        return versions.stream()
                .filter(version -> !version.announcedAt().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /** When the next version takes effect and ends this one; empty for the last version. */
    public Optional<Instant> supersededAt(PolicyVersion version) {
        var next = versions.indexOf(version) + 1;
        if (next == 0) {
            throw new IllegalArgumentException("policy " + id + ": no such version " + version.version());
        }
        return next == versions.size()
                ? Optional.empty()
                : Optional.of(versions.get(next).effectiveAt());
    }

    private static void requireInOrder(String id, List<PolicyVersion> versions, int index) {
        var version = versions.get(index);
        if (!version.policyId().equals(id)) {
            throw new IllegalArgumentException("policy " + id + ": version of another policy " + version.policyId());
        }
        if (index == 0) {
            return;
        }
        var previous = versions.get(index - 1);
        if (version.version() <= previous.version() || !version.effectiveAt().isAfter(previous.effectiveAt())) {
            throw new IllegalArgumentException("policy " + id + ": version " + version.version() + " is out of order");
        }
    }
}
