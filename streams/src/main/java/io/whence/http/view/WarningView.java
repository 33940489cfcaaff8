/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Warning;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A region an organization has been warned of.
 *
 * @param region the region
 * @param classification the explanation of the traffic
 * @param mode whether anybody was told
 * @param since when the organization was warned
 * @param enforceableFrom when enforcement may start at the earliest
 * @param lastSeen event time of the last traffic from the region
 * @param cleanAt when the warning ends if there is no more of it
 * @param masked whether other traffic was seen to take its place from networks that hide where it starts
 * @param enforced whether gateways refuse because of it
 * @param withheldBy signal and region whose suspension stands in the way of that; null when none does
 */
public record WarningView(
        String region,
        String classification,
        String mode,
        Instant since,
        Instant enforceableFrom,
        Instant lastSeen,
        Instant cleanAt,
        boolean masked,
        boolean enforced,
        @Nullable String withheldBy) {

    static WarningView of(Warning warning) {
        return new WarningView(
                warning.region().code(),
                warning.cause().classification().name(),
                warning.mode().name(),
                warning.since(),
                warning.enforceableFrom(),
                warning.lastSeen(),
                warning.cleanAt(),
                warning.masked(),
                warning.enforced(),
                warning.withheldBy());
    }
}
