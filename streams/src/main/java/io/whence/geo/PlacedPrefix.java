/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Origin;

/**
 * A /24 of the real address space, and where the databases place it.
 *
 * @param network the /24
 * @param origin what the databases and lists say of its first address; always located, with an operator
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record PlacedPrefix(Cidr network, Origin origin, double latitude, double longitude) {

    /**
     * One of its addresses.
     *
     * @param host 0 to 255
     */
    public IpAddress address(int host) {
        return IpAddress.ipv4(network.network().ipv4Bits() | host & 0xFF);
    }
}
