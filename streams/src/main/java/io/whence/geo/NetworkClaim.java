/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about the network an address belongs to.
 *
 * @param source database type or list name
 * @param basis what the source goes by
 * @param type kind of network; {@link NetworkType#UNKNOWN} when the source only knows the country
 * @param name the service, or null
 * @param country where the publisher says the network is, or null
 */
record NetworkClaim(
        String source,
        Basis basis,
        NetworkType type,
        @Nullable String name,
        @Nullable Region country) {

    /** What a claim goes by. */
    enum Basis {
        /** The address itself. */
        ADDRESS,
        /** The operator's autonomous system number, and so coarse. */
        OPERATOR
    }

    private static final List<NetworkType> STRONGEST_FIRST = List.of(
            NetworkType.TOR,
            NetworkType.RESIDENTIAL_PROXY,
            NetworkType.VPN,
            NetworkType.PROXY,
            NetworkType.RELAY,
            NetworkType.SASE,
            NetworkType.EDGE_PLATFORM,
            NetworkType.SATELLITE,
            NetworkType.MOBILE,
            NetworkType.HOSTING,
            NetworkType.EDUCATION,
            NetworkType.BUSINESS,
            NetworkType.EYEBALL,
            NetworkType.UNKNOWN);

    /** The claim that decides comes first; among equals one that names the service. */
    static final Comparator<NetworkClaim> BY_STRENGTH = Comparator.<NetworkClaim>comparingInt(
                    claim -> STRONGEST_FIRST.indexOf(claim.type))
            .thenComparing(claim -> claim.name == null);

    static NetworkClaim byAddress(String source, NetworkType type, @Nullable String name) {
        return new NetworkClaim(source, Basis.ADDRESS, type, name, null);
    }

    NetworkClaim as(NetworkType other) {
        return new NetworkClaim(source, basis, other, name, country);
    }
}
