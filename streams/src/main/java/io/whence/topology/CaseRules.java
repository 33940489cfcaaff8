/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.origin.OriginLocator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of cases rest on.
 *
 * @param policies the policies as they are now
 * @param locator what locates traffic now
 * @param tallies how traffic is counted
 */
record CaseRules(PolicyTable policies, OriginLocator locator, TallyRules tallies) {

    @Nullable Instant until() {
        return tallies.until().get();
    }
}
