/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.geo.PlacedPrefix;

/**
 * An address that requests come out of.
 *
 * @param address in text
 * @param prefix its /24, and where the databases place it
 * @param kind whose network it is
 * @param country where it really is
 * @param point where it really is
 */
record Exit(String address, PlacedPrefix prefix, NetworkKind kind, String country, Point point) {

    static Exit of(PlacedPrefix prefix, NetworkKind kind, int host) {
        return new Exit(
                prefix.address(host).toString(),
                prefix,
                kind,
                prefix.origin().region().country().code(),
                new Point(prefix.latitude(), prefix.longitude()));
    }

    /** The same address of a network that the databases misplace. */
    Exit really(Place place) {
        return new Exit(address, prefix, kind, place.country(), place.point());
    }

    /** Whether the databases place it in another country than it is in. */
    boolean misplaced() {
        return !prefix.origin().region().country().code().equals(country);
    }
}
