/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Scope;
import io.whence.domain.origin.OriginLocator;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a request may pass. In doubt it may: without orders, before they are all known, after their time to
 * live, where the place is masked, disputed or chosen by a provider, and where an officer holds them back.
 *
 * @param table the orders and controls
 * @param locator where addresses are
 * @param clock what time it is for orders and controls
 */
public record Gate(DecisionTable table, OriginLocator locator, InstantSource clock) {

    /** The answer about one request. Safe for use by several threads. */
    public Verdict check(GatewayRequest request) {
        if (!table.complete()) {
            return Verdict.allowed(Verdict.NOT_READY);
        }
        Instant now = clock.instant();
        Place place = new Place(locator, request.address());
        StandingOrder shown = null;
        for (StandingOrder order : table.ordersOf(request.organizationId())) {
            if (!order.refuses(request.at(), now) || !concerns(order.decision(), request, place)) {
                continue;
            }
            if (order.live()) {
                return verdict(order, place, heldBack(order, place, now));
            }
            shown = shown == null ? order : shown;
        }
        return shown == null ? Verdict.allowed() : verdict(shown, place, null);
    }

    private static boolean concerns(EnforcementDecision decision, GatewayRequest request, Place place) {
        return switch (decision.scope()) {
            case LOCATION -> place.isToBeRefusedBy(decision.scopeId());
            case KEY -> decision.scopeId().equals(request.apiKeyId());
            case PROJECT -> decision.scopeId().equals(request.projectId());
            case ORGANIZATION -> true;
        };
    }

    private @Nullable String heldBack(StandingOrder order, Place place, Instant now) {
        EnforcementDecision decision = order.decision();
        if (table.holds(ControlKind.STOP, Control.ALL, now)) {
            return Verdict.STOPPED;
        }
        if (table.holds(ControlKind.FREEZE_ORGANIZATION, decision.organizationId(), now)) {
            return Verdict.ORGANIZATION_FROZEN;
        }
        if (place.isFrozen(table, now)) {
            return Verdict.REGION_FROZEN;
        }
        boolean byPlace = decision.scope() == Scope.LOCATION;
        return byPlace && !locator.geolocation().ageAt(now).allowsEnforcement() ? Verdict.STALE_DATABASE : null;
    }

    private static Verdict verdict(StandingOrder order, Place place, @Nullable String heldBackBy) {
        EnforcementDecision decision = order.decision();
        return new Verdict(
                !order.live() || heldBackBy != null,
                heldBackBy == null ? decision.reason() : heldBackBy,
                decision.noticeId(),
                decision.scope(),
                place.known(),
                !order.live(),
                decision.policyId());
    }
}
