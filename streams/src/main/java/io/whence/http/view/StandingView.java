/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.JudgedTally.PolicyStanding;

/**
 * What one policy says of a region on a day.
 *
 * @param policyId which policy
 * @param policyVersion which version of it
 * @param standing what it says
 */
public record StandingView(String policyId, int policyVersion, String standing) {

    static StandingView of(PolicyStanding standing) {
        return new StandingView(
                standing.policyId(),
                standing.policyVersion(),
                standing.standing().name());
    }
}
