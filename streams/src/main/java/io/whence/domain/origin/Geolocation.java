/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What answers rest on at one moment.
 *
 * @param builds the builds in use, in the order of their authority
 * @param demo whether they are demo data, on which nobody may be accused
 */
public record Geolocation(List<DatabaseBuild> builds, boolean demo) {

    public Geolocation {
        builds = List.copyOf(builds);
    }

    /** How old the build is that places come from. Demo data is shown as if it were of the day. */
    public DatabaseAge ageAt(Instant at) {
        return demo || builds.isEmpty() ? DatabaseAge.FRESH : DatabaseAge.of(builds.get(0), at);
    }

    /** Whether the build that places come from is further away than that. Demo data is as if it were of the day. */
    public boolean furtherThan(Duration limit, Instant at) {
        return !demo
                && !builds.isEmpty()
                && DatabaseAge.drift(builds.get(0), at).compareTo(limit) > 0;
    }

    /** Text that is the same for the same builds, and for no others. */
    public String fingerprint() {
        return builds.stream()
                .map(build -> build.source() + '@' + build.sha256())
                .collect(Collectors.joining(","));
    }
}
