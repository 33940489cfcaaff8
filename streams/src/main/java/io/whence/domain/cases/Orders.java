/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells gateways what a step changed. */
final class Orders {

    private Orders() {}

    /** What is ordered anew, renewed for another time to live, or withdrawn. */
    static List<EnforcementDecision> between(ComplianceCase before, ComplianceCase after, CaseStep step) {
        Map<String, Order> refusedBefore = byId(before);
        Map<String, Order> refusedNow = byId(after);
        List<EnforcementDecision> decisions = new ArrayList<>();
        refusedNow.values().forEach(order -> decisions.add(decision(after, order, true, step)));
        refusedBefore.forEach((id, order) -> {
            if (!refusedNow.containsKey(id)) {
                decisions.add(decision(after, order, false, step));
            }
        });
        return decisions;
    }

    /** What gateways are to refuse: nothing while the case is frozen, or on a database that is too old. */
    static List<Order> inForce(CaseState state, Rulings rulings, CaseStep step) {
        Instant at = step.assessment().at();
        boolean suspended =
                rulings.frozen(at) || !step.writer().geolocation().ageAt(at).allowsEnforcement();
        return suspended ? List.of() : state.orders();
    }

    private static Map<String, Order> byId(ComplianceCase compliance) {
        return compliance.orders().stream()
                .collect(Collectors.toMap(Order::id, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    private static EnforcementDecision decision(ComplianceCase compliance, Order order, boolean refuse, CaseStep step) {
        Assessment assessment = step.assessment();
        @Nullable String noticeId = refuse ? order.noticeId() : null;
        return new EnforcementDecision(
                compliance.organizationId(),
                order.scope(),
                order.scopeId(),
                refuse,
                order.mode(),
                compliance.sequence(),
                assessment.at(),
                assessment.at(),
                EnforcementDecision.TTL,
                refuse ? EnforcementDecision.UNSUPPORTED_REGION : "allowed",
                noticeId,
                compliance.caseId(),
                compliance.policyId(),
                assessment.policy().version());
    }
}
