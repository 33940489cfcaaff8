/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import org.jspecify.annotations.Nullable;

/**
 * The way a request took.
 *
 * @param exit the address the gateway sees
 * @param tunnel what lies behind it
 * @param country where those who ask truly are
 * @param point where those who ask truly are
 * @param forwardedFor the forwarding header, or null
 * @param refused whether the gateway refuses the key
 */
record Route(
        Exit exit,
        Tunnel tunnel,
        String country,
        Point point,
        @Nullable String forwardedFor,
        boolean refused) {

    /** Straight out of a network at the place itself. */
    static Route direct(Exit exit) {
        return new Route(exit, Tunnel.NONE, exit.country(), exit.point(), null, false);
    }

    /** From a place through a network elsewhere. */
    static Route through(Exit exit, Tunnel tunnel, Place from) {
        return new Route(exit, tunnel, from.country(), from.point(), null, false);
    }

    Route claiming(String address) {
        return new Route(exit, tunnel, country, point, address, refused);
    }

    Route asRefused() {
        return new Route(exit, tunnel, country, point, forwardedFor, true);
    }

    /** Whether it comes straight out of the place where those who ask are. */
    boolean straight() {
        return tunnel == Tunnel.NONE;
    }
}
