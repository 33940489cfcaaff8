/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much an exemption was used under a policy.
 *
 * @param policyId the policy
 * @param exemption the exemption, with its approver, reason, licence and expiry
 * @param state whether it holds
 * @param requests admitted requests that the policy does not support and that were let be because of it; each counts
 *     for the first exemption that covers it
 * @param days UTC days with such requests
 * @param lastUsedAt event time of the last of them; null when there were none
 */
public record ExemptionUse(
        String policyId,
        Exemption exemption,
        State state,
        long requests,
        int days,
        @Nullable Instant lastUsedAt) {

    /** Whether an exemption holds. */
    public enum State {
        NOT_YET,
        HOLDS,
        /** It holds, and lapses within {@link Lapses#AHEAD}. */
        LAPSES_SOON,
        LAPSED;

        static State of(Exemption exemption, Instant at) {
            Instant until = exemption.until();
            if (exemption.from().isAfter(at)) {
                return NOT_YET;
            }
            if (until == null || at.isBefore(until.minus(Lapses.AHEAD))) {
                return HOLDS;
            }
            return at.isBefore(until) ? LAPSES_SOON : LAPSED;
        }
    }
}
