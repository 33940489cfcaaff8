/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells gateways what a step changed. */
final class Orders {

    private Orders() {}

    /** What is ordered anew, renewed for another time to live, or withdrawn. Orders are renewed at 00:00 UTC. */
    static List<EnforcementDecision> between(ComplianceCase before, ComplianceCase after, CaseStep step) {
        Map<String, OrderInForce> refusedBefore = byId(before.orders());
        Map<String, OrderInForce> refusedNow = byId(after.orders());
        Instant at = step.assessment().at();
        boolean renews = at.equals(Warning.midnightAtOrAfter(at));
        List<EnforcementDecision> decisions = new ArrayList<>();
        refusedNow.forEach((id, order) -> {
            if (renews || !order.equals(refusedBefore.get(id))) {
                decisions.add(refuse(after, order, step));
            }
        });
        refusedBefore.forEach((id, order) -> {
            if (!refusedNow.containsKey(id)) {
                decisions.add(allow(after, order.order(), step));
            }
        });
        return decisions;
    }

    /**
     * What gateways are to refuse: nothing while the case is frozen, or on a database that is too old, and nothing that
     * rests on a signal that was suspended while nobody looked at the case.
     */
    static List<OrderInForce> inForce(List<OrderInForce> before, CaseState state, Rulings rulings, CaseStep step) {
        Instant at = step.assessment().at();
        if (rulings.frozen(at) || step.databaseTooOld()) {
            return List.of();
        }
        Set<String> withheld = withheld(state, step);
        Map<String, OrderInForce> known = byId(before);
        return Stream.concat(state.orders().stream(), VisitOrders.of(state, step).stream())
                .filter(order -> !withheld.contains(order.noticeId()))
                .map(order -> new OrderInForce(
                        order,
                        known.containsKey(order.id()) ? known.get(order.id()).since() : at))
                .toList();
    }

    private static Set<String> withheld(CaseState state, CaseStep step) {
        return state.warnings().stream()
                .filter(warning -> step.writer()
                        .suspensions()
                        .against(warning.cause(), step.assessment())
                        .isPresent())
                .flatMap(warning -> Stream.ofNullable(warning.enforcedBy()))
                .collect(Collectors.toSet());
    }

    private static Map<String, OrderInForce> byId(List<OrderInForce> orders) {
        Map<String, OrderInForce> byId = new TreeMap<>();
        orders.forEach(order -> byId.put(order.order().id(), order));
        return byId;
    }

    private static EnforcementDecision refuse(ComplianceCase compliance, OrderInForce inForce, CaseStep step) {
        Order order = inForce.order();
        return decision(compliance, order, step, new Verb(true, inForce.since(), order.noticeId()));
    }

    private static EnforcementDecision allow(ComplianceCase compliance, Order order, CaseStep step) {
        return decision(
                compliance, order, step, new Verb(false, step.assessment().at(), null));
    }

    /** What an order says: whether to refuse, since when, and which notice told of it. */
    private record Verb(
            boolean refuse, Instant since, @Nullable String noticeId) {}

    private static EnforcementDecision decision(ComplianceCase compliance, Order order, CaseStep step, Verb verb) {
        Assessment assessment = step.assessment();
        return new EnforcementDecision(
                compliance.organizationId(),
                order.scope(),
                order.scopeId(),
                verb.refuse(),
                order.mode(),
                compliance.sequence(),
                assessment.at(),
                verb.since(),
                EnforcementDecision.TTL,
                verb.refuse() ? EnforcementDecision.UNSUPPORTED_REGION : "allowed",
                verb.noticeId(),
                compliance.caseId(),
                compliance.policyId(),
                assessment.policy().version());
    }
}
