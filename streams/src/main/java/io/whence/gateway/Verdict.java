/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Scope;
import io.whence.domain.origin.Region;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may pass, and why.
 *
 * @param allow whether it may pass
 * @param code stable code: {@link #ALLOWED}, the code of the order, or what holds an order back
 * @param noticeId the notice that told the organization; null when no order is about the request
 * @param scope of the order; null when there is none
 * @param region where the request comes from, when it had to be known; null otherwise
 * @param shadow whether the order is only shown
 * @param policyId the policy the order rests on; null when there is none
 */
public record Verdict(
        boolean allow,
        String code,
        @Nullable String noticeId,
        @Nullable Scope scope,
        @Nullable Region region,
        boolean shadow,
        @Nullable String policyId) {

    /** No order is about the request. */
    public static final String ALLOWED = "allowed";

    /** An officer stopped all refusals. */
    public static final String STOPPED = "stopped";

    /** An officer froze the organization. */
    public static final String ORGANIZATION_FROZEN = "organization_frozen";

    /** An officer froze the region. */
    public static final String REGION_FROZEN = "region_frozen";

    /** The database that places the address is too old to refuse by. */
    public static final String STALE_DATABASE = "stale_database";

    /** The orders are not all known yet. */
    public static final String NOT_READY = "not_ready";

    private static final Verdict PASSES = allowed(ALLOWED);

    /** Nothing is known against a request. */
    public static Verdict allowed() {
        return PASSES;
    }

    static Verdict allowed(String code) {
        return new Verdict(true, code, null, null, null, false, null);
    }
}
