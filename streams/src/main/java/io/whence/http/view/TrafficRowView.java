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
 *
 * @param day the UTC day, by event time
 * @param region ISO 3166 code the requests were located in; ZZ when they could not be located
 * @param networkType what kind of network they came over
 * @param disputed whether a second database names another country
 * @param product what they were for; empty unless some policy applies to some products only
 * @param requests each counted once, refused ones included
 * @param refused of these, requests refused with 401 or 403, which are never evidence
 * @param addresses distinct client addresses: exact up to 256, an estimate above, 0 where no policy watches the region
 * @param firstSeen event time of the first request
 * @param lastSeen event time of the last request
 * @param keys API keys, most requests first; absent unless asked for
 * @param networks networks, most requests first; absent unless asked for
 * @param standings one for each policy that applied to the product on that day
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
