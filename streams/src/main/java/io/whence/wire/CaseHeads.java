/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.CaseHead;

/** Signed heads of chains on the wire and in the domain. */
final class CaseHeads {
    private CaseHeads() {}

    static CaseHead toAvro(io.whence.domain.cases.CaseHead head) {
        return CaseHead.newBuilder()
                .setOrganizationId(head.organizationId())
                .setPolicyId(head.policyId())
                .setSequence(head.sequence())
                .setHash(head.hash())
                .setAt(head.at())
                .setSignature(head.signature())
                .build();
    }

    static io.whence.domain.cases.CaseHead fromAvro(CaseHead head) {
        return new io.whence.domain.cases.CaseHead(
                head.getOrganizationId(),
                head.getPolicyId(),
                head.getSequence(),
                head.getHash(),
                head.getAt(),
                head.getSignature());
    }
}
