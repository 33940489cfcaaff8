/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What gateways are to refuse of an organization, and for how long they were told so.
 *
 * @param scope how much
 * @param scopeId the region, key or project; the organization itself for {@link Scope#ORGANIZATION}
 * @param policyId the policy that the order rests on
 * @param noticeId the notice that told the organization
 * @param from when it took effect, in event time
 * @param until when it was withdrawn, or when its time to live ends; no longer refused from here on
 */
public record Refusal(Scope scope, String scopeId, String policyId, String noticeId, Instant from, Instant until) {

    /**
     * Whether a request directly from this origin is refused because of a region, by the rules the stream counts by.
     */
    public static boolean isFrom(String region, Origin origin) {
        NetworkType network = origin.networkType();
        return (origin.region().code().equals(region)
                        || origin.region().country().code().equals(region))
                && !network.anonymizes()
                && !network.placedByProvider()
                && origin.agreement() != Agreement.DISPUTED;
    }

    /**
     * The refusal that an order begins when it is not about one that holds; orders that allow, and those that are only
     * shown, begin none.
     */
    static Refusal begunBy(EnforcementDecision order) {
        return new Refusal(
                order.scope(),
                order.scopeId(),
                order.policyId(),
                Objects.requireNonNull(order.noticeId()),
                order.issuedAt(),
                order.issuedAt().plus(order.ttl()));
    }

    static boolean isBegunBy(EnforcementDecision order) {
        return order.refuse() && order.mode() == PolicyMode.LIVE;
    }

    /** Whether an order is about the same, and comes while this refusal holds. */
    boolean isChangedBy(EnforcementDecision order) {
        return scope == order.scope()
                && scopeId.equals(order.scopeId())
                && policyId.equals(order.policyId())
                && !order.issuedAt().isBefore(from)
                && order.issuedAt().isBefore(until);
    }

    /** The same after an order that is about it. */
    Refusal changedBy(EnforcementDecision order) {
        return isBegunBy(order)
                ? new Refusal(
                        scope,
                        scopeId,
                        policyId,
                        begunBy(order).noticeId(),
                        from,
                        begunBy(order).until())
                : new Refusal(scope, scopeId, policyId, noticeId, from, order.issuedAt());
    }

    /**
     * Whether a request should have been refused by a gateway that was told in time.
     *
     * @param allowance how long after it took effect a gateway may go on serving
     */
    boolean shouldStop(AccessEvent event, Origin origin, Duration allowance) {
        return !event.timestamp().isBefore(from.plus(allowance))
                && event.timestamp().isBefore(until)
                && concerns(event, origin);
    }

    private boolean concerns(AccessEvent event, Origin origin) {
        return switch (scope) {
            case LOCATION -> isFrom(scopeId, origin);
            case KEY -> scopeId.equals(event.apiKeyId());
            case PROJECT -> scopeId.equals(event.projectId());
            case ORGANIZATION -> true;
        };
    }
}
