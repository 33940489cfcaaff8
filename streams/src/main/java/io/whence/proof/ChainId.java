/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import java.util.Comparator;

/**
 * One chain of case events.
 *
 * @param organizationId the organization
 * @param policyId the policy
 */
public record ChainId(String organizationId, String policyId) implements Comparable<ChainId> {

    private static final Comparator<ChainId> ORDER =
            Comparator.comparing(ChainId::organizationId).thenComparing(ChainId::policyId);

    static ChainId of(CaseEvent event) {
        return new ChainId(event.organizationId(), event.policyId());
    }

    @Override
    public int compareTo(ChainId other) {
        return ORDER.compare(this, other);
    }
}
