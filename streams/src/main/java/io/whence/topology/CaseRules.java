/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Surge;
import io.whence.domain.origin.OriginLocator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of cases rest on.
 *
 * @param policies the policies as they are now
 * @param locator what locates traffic now
 * @param tallies how traffic is counted
 * @param breaker when too many organizations are touched at once
 * @param controls what officers released
 */
record CaseRules(
        PolicyTable policies, OriginLocator locator, TallyRules tallies, Surge.Limit breaker, ControlTable controls) {

    @Nullable Instant until() {
        return tallies.until().get();
    }
}
