/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.EnforcementDecision;
import io.whence.contracts.Order;
import io.whence.contracts.PolicyMode;
import io.whence.domain.cases.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Orders to gateways on the wire and in the domain. */
final class EnforcementDecisions {
    private EnforcementDecisions() {}

    static EnforcementDecision toAvro(io.whence.domain.cases.EnforcementDecision decision) {
        return EnforcementDecision.newBuilder()
                .setOrganizationId(decision.organizationId())
                .setScope(Symbols.toContract(io.whence.contracts.Scope.class, decision.scope()))
                .setRegion(idOf(decision, Scope.LOCATION))
                .setApiKeyId(idOf(decision, Scope.KEY))
                .setProjectId(idOf(decision, Scope.PROJECT))
                .setOrder(decision.refuse() ? Order.REFUSE : Order.ALLOW)
                .setMode(Symbols.toContract(PolicyMode.class, decision.mode()))
                .setVersion(decision.version())
                .setIssuedAt(decision.issuedAt())
                .setEffectiveAt(decision.effectiveAt())
                .setTtlSeconds(decision.ttl().toSeconds())
                .setReason(decision.reason())
                .setNoticeId(decision.noticeId())
                .setCaseId(decision.caseId())
                .setPolicyId(decision.policyId())
                .setPolicyVersion(decision.policyVersion())
                .build();
    }

    private static @Nullable String idOf(io.whence.domain.cases.EnforcementDecision decision, Scope scope) {
        return decision.scope() == scope ? decision.scopeId() : null;
    }

    static io.whence.domain.cases.EnforcementDecision fromAvro(EnforcementDecision decision) {
        Scope scope = Symbols.toDomain(Scope.class, decision.getScope());
        return new io.whence.domain.cases.EnforcementDecision(
                decision.getOrganizationId(),
                scope,
                scopeId(scope, decision),
                decision.getOrder() == Order.REFUSE,
                Symbols.toDomain(io.whence.domain.policy.PolicyMode.class, decision.getMode()),
                decision.getVersion(),
                decision.getIssuedAt(),
                decision.getEffectiveAt(),
                Duration.ofSeconds(decision.getTtlSeconds()),
                decision.getReason(),
                decision.getNoticeId(),
                Symbols.require(decision.getCaseId(), "case_id"),
                decision.getPolicyId(),
                decision.getPolicyVersion());
    }

    private static String scopeId(Scope scope, EnforcementDecision decision) {
        return switch (scope) {
            case LOCATION -> Symbols.require(decision.getRegion(), "region");
            case KEY -> Symbols.require(decision.getApiKeyId(), "api_key_id");
            case PROJECT -> Symbols.require(decision.getProjectId(), "project_id");
            case ORGANIZATION -> decision.getOrganizationId();
        };
    }
}
