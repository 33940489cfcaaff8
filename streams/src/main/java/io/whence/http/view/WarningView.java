/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Warning;
import java.time.Instant;

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
        boolean enforced) {

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
                warning.enforced());
    }
}
