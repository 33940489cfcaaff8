/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

/** What kind of network an address belongs to, and with it how far its location speaks for the person behind it. */
public enum NetworkType {
    /** No source says anything about the network. */
    UNKNOWN,
    /** Fixed-line access network of homes and offices. */
    EYEBALL,
    /** Mobile carrier or carrier-grade NAT; many people behind one address. */
    MOBILE,
    BUSINESS,
    EDUCATION,
    /** Data centre or cloud; the caller is a machine, its owner may sit elsewhere. */
    HOSTING,
    /** Satellite access; the gateway may be far from the user. */
    SATELLITE,
    /** Relay that keeps the user's country by design (iCloud Private Relay, WARP). */
    RELAY,
    /** Edge or serverless platform; the platform, not the customer, chose the place. */
    EDGE_PLATFORM,
    /** Corporate egress service (SASE). */
    SASE,
    /** Commercial VPN exit. */
    VPN,
    /** Open or public proxy. */
    PROXY,
    /** Home connection rented out as a proxy. */
    RESIDENTIAL_PROXY,
    /** Tor exit. */
    TOR;

    /** Whether the location of such an address says nothing about where the user is. */
    public boolean anonymizes() {
        return this == VPN || this == PROXY || this == RESIDENTIAL_PROXY || this == TOR;
    }

    /** Whether people use such networks where they are: at home, at work and on the way. */
    public boolean personal() {
        return !anonymizes() && !placedByProvider() && this != HOSTING;
    }

    /** Whether a service provider, not the organization, chose the place such an address is in. */
    public boolean placedByProvider() {
        return this == EDGE_PLATFORM || this == SASE;
    }
}
