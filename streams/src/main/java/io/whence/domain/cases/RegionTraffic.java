/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organization did from one region in the window that is assessed.
 *
 * @param region the region
 * @param standing what the policy in force on the days of the traffic says of it
 * @param requests admitted requests
 * @param direct the admitted requests among them whose place neither a platform nor the organization's registered
 *     network explains
 * @param share requests as a share of all admitted requests of the organization in the window, 0 to 1
 * @param days UTC days with requests
 * @param directDays UTC days with direct requests
 * @param operators distinct operators of the networks with direct requests, at least 1 when there are any
 * @param addresses distinct client addresses; an estimate above 256, 0 where no policy watches the region
 * @param firstSeen event time of the first request
 * @param lastSeen event time of the last request
 * @param agreement the weakest word of a second database on the direct requests
 * @param providerPlaced the explanation of the requests that are not direct, or null when all are
 * @param keys API keys, most used first
 * @param networks networks, most used first
 * @param relocated the requests whose networks newer geolocation places elsewhere
 * @param exempted the requests that an exemption covers
 */
public record RegionTraffic(
        Region region,
        Standing standing,
        long requests,
        long direct,
        double share,
        int days,
        int directDays,
        int operators,
        long addresses,
        Instant firstSeen,
        Instant lastSeen,
        Agreement agreement,
        @Nullable Classification providerPlaced,
        List<KeyUse> keys,
        List<NetworkUse> networks,
        long relocated,
        long exempted) {

    public RegionTraffic {
        keys = List.copyOf(keys);
        networks = List.copyOf(networks);
    }

    /** The requests that neither newer geolocation nor an exemption has taken out of the case. */
    long held() {
        return requests - relocated - exempted;
    }

    /** Why none of the requests is direct; to be asked only when that is so. */
    LiftCause explanation() {
        if (relocated > 0) {
            return LiftCause.DATABASE_CHANGED;
        }
        return exempted > 0 ? LiftCause.EXEMPTED : LiftCause.EXPLAINED;
    }
}
