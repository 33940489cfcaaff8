/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The current order to gateways about one scope. The highest version for a scope wins.
 *
 * @param organizationId whose requests it is about
 * @param scope how much of them
 * @param scopeId the region, key or project; the organization itself for {@link Scope#ORGANIZATION}
 * @param refuse whether gateways refuse, or allow again
 * @param mode gateways obey LIVE; SHADOW shows what would be ordered
 * @param version rises with every order about the same organization and policy
 * @param issuedAt event time
 * @param effectiveAt since when gateways obey, without a break; renewing an order does not move it
 * @param ttl how long a gateway may keep refusing without hearing the order again; after that it allows
 * @param reason stable code, fit to be shown to the caller
 * @param noticeId the notice that told the organization, or {@code announcement/POLICY/VERSION} of an order about a
 *     visit; null for an order that allows
 * @param caseId the case
 * @param policyId the policy
 * @param policyVersion its version
 */
public record EnforcementDecision(
        String organizationId,
        Scope scope,
        String scopeId,
        boolean refuse,
        PolicyMode mode,
        long version,
        Instant issuedAt,
        Instant effectiveAt,
        Duration ttl,
        String reason,
        @Nullable String noticeId,
        String caseId,
        String policyId,
        int policyVersion) {

    /** A gateway that has heard nothing for a week no longer knows enough to refuse. */
    public static final Duration TTL = Duration.ofDays(7);

    /** What a caller is told who is refused; the code that providers of such interfaces use. */
    public static final String UNSUPPORTED_REGION = "unsupported_country_region_territory";

    /** Key on the topic: one order for each scope under each policy. */
    public String key() {
        return organizationId + '/' + policyId + '/' + scope + '/' + scopeId;
    }
}
