/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/** What lies between those who ask and the address the gateway sees. */
enum Tunnel {
    /** Nothing. */
    NONE,
    /** A VPN: packets pass through, so that every round trip goes all the way. */
    LAYER3,
    /** A proxy that forwards connections: the handshake ends at it, what is asked goes all the way. */
    LAYER4,
    /** A relay that asks for others: the gateway talks to nobody behind it. */
    APPLICATION
}
