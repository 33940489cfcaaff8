/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy as it stands from one moment on.
 *
 * @param version its number
 * @param title what people call it
 * @param source the public text the list restates
 * @param sourceDate the day the source dates from
 * @param announcedAt when it was made known
 * @param effectiveAt from when events are judged by it
 * @param mode whether it only watches or also acts
 * @param grace least time between a notice and its enforcement
 * @param approvals how many officers must approve an enforcement
 * @param reminder how long before its enforcement a notice is followed by a reminder; zero for none
 * @param cleanPeriod time without violation until a notice or an order is lifted
 * @param probation how long after a lift a new violation gets a short grace
 * @param databaseAge how old the location database may be for anything to be enforced on it
 * @param visits {@code SERVED} or {@code REFUSED}: what becomes of requests too few for any notice
 * @param products names of the products it applies to; empty for all
 * @param approvedBy who signed it off
 * @param thresholds how much is worth a notice
 * @param supported codes of the supported countries and subdivisions
 * @param unsupported codes of the unsupported countries and subdivisions
 * @param indeterminate codes of the countries of which only some parts are supported
 */
public record PolicyVersionView(
        int version,
        String title,
        String source,
        LocalDate sourceDate,
        Instant announcedAt,
        Instant effectiveAt,
        String mode,
        Duration grace,
        int approvals,
        Duration reminder,
        Duration cleanPeriod,
        Duration probation,
        Duration databaseAge,
        String visits,
        List<String> products,
        List<String> approvedBy,
        ThresholdsView thresholds,
        List<String> supported,
        List<String> unsupported,
        List<String> indeterminate) {

    static PolicyVersionView of(PolicyVersion version) {
        var enforcement = version.enforcement();
        return new PolicyVersionView(
                version.version(),
                version.title(),
                version.source(),
                version.sourceDate(),
                version.announcedAt(),
                version.effectiveAt(),
                version.mode().name(),
                enforcement.grace(),
                enforcement.approvals(),
                enforcement.reminder(),
                enforcement.cleanPeriod(),
                enforcement.probation(),
                enforcement.databaseAge(),
                enforcement.visits().name(),
                List.copyOf(version.products()),
                version.approvedBy(),
                ThresholdsView.of(version.thresholds()),
                codes(version, Standing.SUPPORTED),
                codes(version, Standing.UNSUPPORTED),
                codes(version, Standing.INDETERMINATE));
    }

    private static List<String> codes(PolicyVersion version, Standing standing) {
        return Stream.concat(Iso3166.countries().keySet().stream(), version.rules().exceptions().keySet().stream())
                .filter(region -> version.standingOf(region) == standing)
                .map(Region::code)
                .sorted()
                .toList();
    }
}
