/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.AppealOutcome;
import io.whence.contracts.OfficerAction;
import io.whence.contracts.OfficerActionKind;
import io.whence.contracts.Scope;
import io.whence.domain.origin.Region;

/** Officers' actions on the wire and in the domain. */
final class OfficerActions {
    private OfficerActions() {}

    static OfficerAction toAvro(io.whence.domain.cases.OfficerAction action) {
        return OfficerAction.newBuilder()
                .setActionId(action.actionId())
                .setOrganizationId(action.organizationId())
                .setKind(Symbols.toContract(OfficerActionKind.class, action.kind()))
                .setAt(action.at())
                .setActor(action.actor())
                .setReasonCode(action.reasonCode())
                .setText(action.text())
                .setPolicyId(action.policyId())
                .setExpiresAt(action.expiresAt())
                .setUpheld(action.outcome() == null ? null : action.outcome().upheld())
                .setOutcome(action.outcome() == null ? null : Symbols.toContract(AppealOutcome.class, action.outcome()))
                .setRegion(action.region() == null ? null : action.region().code())
                .setLicence(action.licence())
                .setScope(action.scope() == null ? null : Symbols.toContract(Scope.class, action.scope()))
                .setScopeId(action.scopeId())
                .build();
    }

    static io.whence.domain.cases.OfficerAction fromAvro(OfficerAction action) {
        return new io.whence.domain.cases.OfficerAction(
                action.getActionId(),
                action.getOrganizationId(),
                Symbols.toDomain(io.whence.domain.cases.ActionKind.class, action.getKind()),
                action.getAt(),
                action.getActor(),
                action.getReasonCode(),
                action.getText(),
                action.getPolicyId(),
                action.getExpiresAt(),
                action.getOutcome() == null
                        ? null
                        : Symbols.toDomain(io.whence.domain.cases.AppealOutcome.class, action.getOutcome()),
                action.getRegion() == null ? null : new Region(action.getRegion()),
                action.getLicence(),
                action.getScope() == null
                        ? null
                        : Symbols.toDomain(io.whence.domain.cases.Scope.class, action.getScope()),
                action.getScopeId());
    }
}
