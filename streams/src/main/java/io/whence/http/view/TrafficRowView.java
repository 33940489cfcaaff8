/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.whence.query.TrafficRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A tally, member for member as in the contract of the topic {@code regional-traffic}; keys and networks only where
 * they were asked for.
 */
public record TrafficRowView(
        LocalDate day,
        String region,
        String networkType,
        boolean disputed,
        String product,
        long requests,
        long refused,
        long addresses,
        Instant firstSeen,
        Instant lastSeen,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<KeyRequestsView> keys,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NetworkRequestsView> networks,
        List<StandingView> standings) {

    static TrafficRowView of(TrafficRow row) {
        return new TrafficRowView(
                row.day(),
                row.region().code(),
                row.networkType().name(),
                row.disputed(),
                row.product(),
                row.requests(),
                row.refused(),
                row.addresses(),
                row.firstSeen(),
                row.lastSeen(),
                row.keys().stream().map(KeyRequestsView::of).toList(),
                row.networks().stream().map(NetworkRequestsView::of).toList(),
                row.standings().stream().map(StandingView::of).toList());
    }
}
