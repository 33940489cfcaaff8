/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Classification;
import io.whence.domain.cases.RegionTraffic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came from one region within the window of an assessment or a notice.
 *
 * @param region ISO 3166 code; ZZ when not located
 * @param standing what the policy says of it
 * @param requests admitted requests
 * @param directRequests of these, requests whose place neither a platform nor a registered network explains
 * @param share of all admitted requests, 0 to 1
 * @param days UTC days with requests
 * @param directDays UTC days with direct requests
 * @param operators distinct operators of the networks with direct requests
 * @param addresses distinct client addresses, an estimate; 0 where no policy watches the region
 * @param firstSeen event time of the first request
 * @param lastSeen event time of the last request
 * @param agreement the weakest word of a second database on the direct requests
 * @param providerPlaced the explanation of the requests that are not direct, or null when all are
 * @param keys the busiest API keys, most requests first
 * @param networks the busiest networks, most requests first
 * @param relocatedRequests of the requests, those whose networks newer geolocation places elsewhere
 * @param exemptedRequests of the requests, those that an exemption covers
 */
public record RegionView(
        String region,
        String standing,
        long requests,
        long directRequests,
        double share,
        int days,
        int directDays,
        int operators,
        long addresses,
        Instant firstSeen,
        Instant lastSeen,
        String agreement,
        @Nullable String providerPlaced,
        List<KeyRequestsView> keys,
        List<NetworkRequestsView> networks,
        long relocatedRequests,
        long exemptedRequests) {

    static RegionView of(RegionTraffic traffic) {
        Classification placed = traffic.providerPlaced();
        return new RegionView(
                traffic.region().code(),
                traffic.standing().name(),
                traffic.requests(),
                traffic.direct(),
                traffic.share(),
                traffic.days(),
                traffic.directDays(),
                traffic.operators(),
                traffic.addresses(),
                traffic.firstSeen(),
                traffic.lastSeen(),
                traffic.agreement().name(),
                placed == null ? null : placed.name(),
                traffic.keys().stream().map(KeyRequestsView::of).toList(),
                traffic.networks().stream().map(NetworkRequestsView::of).toList(),
                traffic.relocated(),
                traffic.exempted());
    }
}
