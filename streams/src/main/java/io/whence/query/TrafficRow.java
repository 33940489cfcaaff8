/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.JudgedTally.PolicyStanding;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one organization sent on one UTC day from one region over one type of network.
 *
 * @param day the day
 * @param region where it came from
 * @param networkType over what
 * @param disputed whether a second database named another country
 * @param product what it was for; empty unless some policy applies to some products only
 * @param requests all requests, refused ones included
 * @param refused of these, requests refused with 401 or 403
 * @param addresses distinct client addresses, an estimate; 0 where no policy watches the region
 * @param firstSeen event time of the first request
 * @param lastSeen event time of the last request
 * @param keys API keys of admitted requests, most used first; empty unless asked for, or where no policy watches
 * @param networks networks of admitted requests, most used first; likewise
 * @param standings what each policy says, by policy id
 */
public record TrafficRow(
        LocalDate day,
        Region region,
        NetworkType networkType,
        boolean disputed,
        String product,
        long requests,
        long refused,
        long addresses,
        Instant firstSeen,
        Instant lastSeen,
        List<KeyUse> keys,
        List<NetworkUse> networks,
        List<PolicyStanding> standings) {

    public TrafficRow {
        keys = List.copyOf(keys);
        networks = List.copyOf(networks);
        standings = List.copyOf(standings);
    }
}
