/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.policy.PolicyMode;
import java.time.Instant;

/**
 * An order as it was heard last.
 *
 * @param decision the order
 * @param heardAt when it was written, by the brokers' records; its time to live runs from here
 * @param partition where it stands on the topic
 * @param offset where in the partition
 */
public record StandingOrder(EnforcementDecision decision, Instant heardAt, int partition, long offset) {

    /** When it is no longer obeyed unless it is heard again. */
    public Instant expiresAt() {
        return heardAt.plus(decision.ttl());
    }

    /** Whether gateways obey it, rather than only show it. */
    public boolean live() {
        return decision.mode() == PolicyMode.LIVE;
    }

    /**
     * Whether it refuses.
     *
     * @param at when the request came
     * @param now what time it is for the order
     */
    boolean refuses(Instant at, Instant now) {
        return decision.refuse() && !at.isBefore(decision.effectiveAt()) && now.isBefore(expiresAt());
    }
}
