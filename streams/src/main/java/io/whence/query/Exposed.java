/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.Exposure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells from its exposure whether some versions could hold anything against an organization: whether it sent anything
 * out of a region that one of them does not support. Fewer requests than a version's fewest count, too: beside hidden
 * traffic a few are enough for a warning, a tenth for an advisory, one for a visit. Who sent nothing of the kind could
 * only be asked about a masked origin.
 */
final class Exposed {

    private final List<PolicyVersion> versions;
    private final int window;
    private final Map<Region, Boolean> unsupported = new HashMap<>();

    Exposed(List<PolicyVersion> versions) {
        this.versions = versions;
        this.window = versions.stream()
                .mapToInt(version -> version.thresholds().windowDays())
                .max()
                .orElse(0);
    }

    /** Whether the tallies of the organization are worth reading. */
    boolean mayMatter(Exposure exposure) {
        LocalDate oldest = exposure.through().minusDays(window - 1L);
        return exposure.places().stream()
                .filter(place -> unsupported(place.region()))
                .anyMatch(place -> place.requests().keySet().stream().anyMatch(day -> !day.isBefore(oldest)));
    }

    private boolean unsupported(Region region) {
        return unsupported.computeIfAbsent(
                region, any -> versions.stream().anyMatch(version -> version.standingOf(any) == Standing.UNSUPPORTED));
    }
}
