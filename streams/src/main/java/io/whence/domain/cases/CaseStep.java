/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a step of a case, and who made it.
 *
 * @param policy the policy with its history
 * @param assessment what the traffic comes to at the time of the step
 * @param writer writes what is told
 * @param actor who made the step
 * @param actionId the officer's action, or null
 */
record CaseStep(
        RegionPolicy policy,
        Assessment assessment,
        NoticeWriter writer,
        String actor,
        @Nullable String actionId) {

    /** Whether the location database is further from this step than the rule in force lets anything be enforced on. */
    boolean databaseTooOld() {
        Instant at = assessment.at();
        return writer.geolocation()
                .furtherThan(policy.versionInForce(at).enforcement().databaseAge(), at);
    }
}
