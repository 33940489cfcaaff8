/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;

/**
 * What one notice is about; an organization is told of it once.
 *
 * @param kind how it is told
 * @param region where the traffic comes from
 * @param classification the explanation of the traffic
 * @param policyVersion the version of the policy it breaks
 */
public record Cause(NoticeKind kind, Region region, Classification classification, int policyVersion)
        implements Comparable<Cause> {

    /** Stable text that tells this cause from every other under the same policy. */
    public String id() {
        return kind + "/" + region + "/" + policyVersion;
    }

    /** Whether it rests on evidence of a masked origin, which names no region and enforces nothing. */
    public boolean indirect() {
        return region.isUnknown();
    }

    @Override
    public int compareTo(Cause other) {
        return id().compareTo(other.id());
    }
}
