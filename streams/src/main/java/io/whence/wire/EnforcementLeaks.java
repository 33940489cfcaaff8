/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.EnforcementLeak;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Scope;
import org.jspecify.annotations.Nullable;

/** Leaks on the wire. */
final class EnforcementLeaks {
    private EnforcementLeaks() {}

    static EnforcementLeak toAvro(Leak leak) {
        Refusal refusal = leak.refusal();
        return EnforcementLeak.newBuilder()
                .setOrganizationId(leak.organizationId())
                .setGateway(leak.gateway())
                .setScope(Symbols.toContract(io.whence.contracts.Scope.class, refusal.scope()))
                .setRegion(idOf(refusal, Scope.LOCATION))
                .setApiKeyId(idOf(refusal, Scope.KEY))
                .setProjectId(idOf(refusal, Scope.PROJECT))
                .setPolicyId(refusal.policyId())
                .setNoticeId(refusal.noticeId())
                .setRefusedSince(refusal.from())
                .setDay(leak.day())
                .setFirstMinute(leak.firstMinute())
                .setLastMinute(leak.lastMinute())
                .setMinutes(leak.minutes().cardinality())
                .setRequests(leak.requests())
                .setClosed(leak.closed())
                .build();
    }

    private static @Nullable String idOf(Refusal refusal, Scope scope) {
        return refusal.scope() == scope ? refusal.scopeId() : null;
    }
}
