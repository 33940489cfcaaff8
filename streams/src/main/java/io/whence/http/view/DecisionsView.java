/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.gateway.Decisions;
import io.whence.gateway.StandingOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gateways are to do.
 *
 * @param version to ask for what is new since
 * @param checksum SHA-256 of everything in force at this version
 * @param full whether it is everything, or what changed
 * @param failMode what a gateway does that knows nothing: open, it allows
 * @param ttlSeconds the usual time to live of an order
 * @param orders the orders
 * @param controls the controls
 */
public record DecisionsView(
        String version,
        String checksum,
        boolean full,
        String failMode,
        long ttlSeconds,
        List<OrderView> orders,
        List<ControlView> controls) {

    /**
     * An order, named as in the contract.
     *
     * @param key under which a gateway keeps it
     * @param organizationId whose requests
     * @param scope how much of them
     * @param scopeId the region, key, project or organization
     * @param order REFUSE or ALLOW
     * @param mode LIVE is obeyed, SHADOW is shown
     * @param version rises with each order about the same
     * @param effectiveAt from when
     * @param expiresAt until when, unless it is heard again
     * @param reason stable code
     * @param noticeId the notice, or null
     * @param policyId the policy
     * @param policyVersion its version
     */
    public record OrderView(
            String key,
            String organizationId,
            String scope,
            String scopeId,
            String order,
            String mode,
            long version,
            Instant effectiveAt,
            Instant expiresAt,
            String reason,
            @Nullable String noticeId,
            String policyId,
            int policyVersion) {

        static OrderView of(StandingOrder standing) {
            EnforcementDecision decision = standing.decision();
            return new OrderView(
                    decision.key(),
                    decision.organizationId(),
                    decision.scope().name(),
                    decision.scopeId(),
                    decision.refuse() ? "REFUSE" : "ALLOW",
                    decision.mode().name(),
                    decision.version(),
                    decision.effectiveAt(),
                    standing.expiresAt(),
                    decision.reason(),
                    decision.noticeId(),
                    decision.policyId(),
                    decision.policyVersion());
        }
    }

    /**
     * A control.
     *
     * @param key under which a gateway keeps it
     * @param kind how much is held back
     * @param subject what it is about
     * @param active whether it holds, or is released
     * @param until when it ends by itself, or null
     * @param reasonCode stable code
     */
    public record ControlView(
            String key,
            String kind,
            String subject,
            boolean active,
            @Nullable Instant until,
            String reasonCode) {

        static ControlView of(Control control) {
            return new ControlView(
                    control.key(),
                    control.kind().name(),
                    control.subject(),
                    control.active(),
                    control.until(),
                    control.reasonCode());
        }
    }

    /** The view of decisions. */
    public static DecisionsView of(Decisions decisions) {
        return new DecisionsView(
                decisions.version().toString(),
                decisions.checksum(),
                decisions.full(),
                "open",
                EnforcementDecision.TTL.toSeconds(),
                decisions.orders().stream().map(OrderView::of).toList(),
                decisions.controls().stream()
                        .map(standing -> ControlView.of(standing.control()))
                        .toList());
    }
}
