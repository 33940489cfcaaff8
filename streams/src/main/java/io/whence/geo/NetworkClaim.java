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
        /** A database that looked at the address. */
        DATABASE,
        /** A list that holds the address. */
        ADDRESS,
        /** A list that holds the operator's autonomous system number, and so coarse. */
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
    static final Comparator<NetworkClaim> BY_STRENGTH = Comparator.comparingInt(NetworkClaim::rank)
            .thenComparingInt(claim -> STRONGEST_FIRST.indexOf(claim.type))
            .thenComparing(claim -> claim.name == null);

    static NetworkClaim byDatabase(String source, NetworkType type, @Nullable String name) {
        return new NetworkClaim(source, Basis.DATABASE, type, name, null);
    }

    NetworkClaim as(NetworkType other) {
        return new NetworkClaim(source, basis, other, name, country);
    }

    /**
     * Lists of VPNs and proxies rank behind relays and corporate egress, for they hold those too: 3,289 of the 3,290
     * IPv4 networks that Apple publishes for its relay are in X4BNet's list of VPNs (August 2026).
     */
    private int rank() {
        boolean collects = type == NetworkType.VPN || type == NetworkType.PROXY;
        return STRONGEST_FIRST.indexOf(collects && basis != Basis.DATABASE ? NetworkType.SASE : type) * 2
                + (collects ? 1 : 0);
    }
}
