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
 * Tells from its exposure whether an organization could be due a notice under one of some versions. It errs on one side
 * only: where it says no, no assessment finds a cause, because every cause takes the version's fewest requests on its
 * fewest days from one unsupported region.
 */
final class Exposed {

    private final List<PolicyVersion> versions;
    private final long requests;
    private final int days;
    private final int window;
    private final Map<Region, Boolean> unsupported = new HashMap<>();

    Exposed(List<PolicyVersion> versions) {
        this.versions = versions;
        this.requests = versions.stream()
                .mapToLong(version -> version.thresholds().requests())
                .min()
                .orElse(Long.MAX_VALUE);
        this.days = versions.stream()
                .mapToInt(version -> version.thresholds().days())
                .min()
                .orElse(Integer.MAX_VALUE);
        this.window = versions.stream()
                .mapToInt(version -> version.thresholds().windowDays())
                .max()
                .orElse(0);
    }

    /** Whether the tallies of the organization are worth reading. */
    boolean mayMatter(Exposure exposure) {
        LocalDate oldest = exposure.through().minusDays(window - 1L);
        for (Exposure.Place place : exposure.places()) {
            if (unsupported(place.region()) && reached(exposure, place.region(), oldest)) {
                return true;
            }
        }
        return false;
    }

    private boolean reached(Exposure exposure, Region region, LocalDate oldest) {
        Map<LocalDate, Long> byDay = new HashMap<>();
        for (Exposure.Place place : exposure.places()) {
            if (place.region().equals(region)) {
                place.requests().forEach((day, count) -> {
                    if (!day.isBefore(oldest)) {
                        byDay.merge(day, count, Long::sum);
                    }
                });
            }
        }
        return byDay.size() >= days
                && byDay.values().stream().mapToLong(Long::longValue).sum() >= requests;
    }

    private boolean unsupported(Region region) {
        return unsupported.computeIfAbsent(
                region, any -> versions.stream().anyMatch(version -> version.standingOf(any) == Standing.UNSUPPORTED));
    }
}
