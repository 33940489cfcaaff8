/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.CaseEvent;

/** Transitions of cases on the wire and in the domain. */
final class CaseEvents {
    private CaseEvents() {}

    static CaseEvent toAvro(io.whence.domain.cases.CaseEvent event) {
        return CaseEvent.newBuilder()
                .setCaseId(event.caseId())
                .setOrganizationId(event.organizationId())
                .setPolicyId(event.policyId())
                .setSequence(event.sequence())
                .setAt(event.at())
                .setFrom(event.from())
                .setTo(event.to())
                .setCause(event.cause())
                .setActor(event.actor())
                .setPreviousHash(event.previousHash())
                .setReason(event.reason())
                .setActionId(event.actionId())
                .setNoticeIds(event.noticeIds())
                .setHash(event.hash())
                .build();
    }

    static io.whence.domain.cases.CaseEvent fromAvro(CaseEvent event) {
        return new io.whence.domain.cases.CaseEvent(
                event.getCaseId(),
                event.getOrganizationId(),
                event.getPolicyId(),
                event.getSequence(),
                event.getAt(),
                event.getFrom(),
                event.getTo(),
                event.getReason(),
                event.getCause(),
                event.getActor(),
                event.getActionId(),
                event.getNoticeIds(),
                event.getPreviousHash(),
                event.getHash());
    }
}
