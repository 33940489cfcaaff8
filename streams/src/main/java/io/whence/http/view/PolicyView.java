/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.policy.RegionPolicy;
import java.util.List;

/**
 * A policy with its history.
 *
 * @param policyId the policy
 * @param versions every version, oldest first
 */
public record PolicyView(String policyId, List<PolicyVersionView> versions) {

    static PolicyView of(RegionPolicy policy) {
        return new PolicyView(
                policy.id(),
                policy.versions().stream().map(PolicyVersionView::of).toList());
    }
}
