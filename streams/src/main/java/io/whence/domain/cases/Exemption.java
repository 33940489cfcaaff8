/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leave to use what a policy does not support.
 *
 * @param id tells it from the others of the organization
 * @param policyId the policy it is from; null for all
 * @param regions the regions it covers; empty for all
 * @param approver who granted it
 * @param reasonCode stable code of the reason
 * @param licence reference of the licence it rests on, or null
 * @param from from when on it holds
 * @param until when it lapses; null for until further notice
 */
public record Exemption(
        String id,
        @Nullable String policyId,
        Set<Region> regions,
        String approver,
        String reasonCode,
        @Nullable String licence,
        Instant from,
        @Nullable Instant until) {

    public Exemption {
        regions = Set.copyOf(regions);
        if (approver.isBlank() || reasonCode.isBlank()) {
            throw new IllegalArgumentException("exemption " + id + ": approver or reason_code is blank");
        }
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("exemption " + id + ": until is not after from");
        }
    }

    /** Whether it holds at an instant under a policy. */
    public boolean holds(String policy, Instant at) {
        return (policyId == null || policyId.equals(policy))
                && !from.isAfter(at)
                && (until == null || until.isAfter(at));
    }

    /** Whether it covers traffic from a region. */
    public boolean covers(Region region) {
        return regions.isEmpty() || regions.contains(region) || regions.contains(region.country());
    }

    /** Whether nothing of the organization is outside it. */
    public boolean unlimited() {
        return regions.isEmpty();
    }
}
