/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/**
 * What an address is for, as the IANA registries have it: the IPv4 and IPv6 special-purpose address registries (RFC
 * 6890, RFC 8190 and the RFCs they list) and the IPv6 address space registry.
 */
public enum AddressScope {
    /** Reachable from anywhere on the public internet: the only scope in which an address has a place. */
    GLOBAL,
    /** Private use (RFC 1918) and unique local (RFC 4193). */
    PRIVATE,
    /** Shared by the customers of a carrier behind its translators, 100.64.0.0/10 (RFC 6598). */
    SHARED,
    /** The host itself. */
    LOOPBACK,
    /** One network segment. */
    LINK_LOCAL,
    /** A group of hosts; never the source of a connection. */
    MULTICAST,
    /** Examples in texts (RFC 5737, RFC 3849, RFC 9637). */
    DOCUMENTATION,
    /** Tests of network equipment (RFC 2544, RFC 5180). */
    BENCHMARKING,
    /** An IPv6 form of an IPv4 address, which decides in its place; see {@link TunnelledAddress}. */
    TRANSITION,
    /** Reserved by the IETF, deprecated, or not yet given out. */
    RESERVED,
    /** No address at all: {@code 0.0.0.0} and {@code ::}. */
    UNSPECIFIED;

    /** Whether traffic from here can have crossed the public internet, so that the address can be located. */
    public boolean routable() {
        return this == GLOBAL;
    }
}
