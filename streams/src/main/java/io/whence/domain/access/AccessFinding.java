/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/** What was noticed while the client address was looked for. Each is one sentence; none is an accusation. */
public enum AccessFinding {
    /** A header nobody we trust handed in: the peer is taken for the client. */
    UNTRUSTED_FORWARDING("A peer that is no trusted proxy sent a forwarding header, which was ignored."),
    /** Something in front of the client claims to have forwarded: a company's proxy, or a forgery. */
    UNPROVEN_HOPS("The forwarding header names hops in front of the client that no trusted proxy vouches for."),
    /** Nothing left of such a hop is believed, and the proxy that wrote it is not the client. */
    MALFORMED_FORWARDING("A hop of the forwarding header that decides is neither an address nor a lawful identifier."),
    /** {@code unknown} or an obfuscated identifier (RFC 7239, sections 6.2 and 6.3), or no {@code for} at all. */
    UNNAMED_HOP("A trusted proxy did not tell whom it forwarded for."),
    /** More trusted proxies in a row than any deployment has. */
    CHAIN_TOO_LONG("The forwarding chain goes through more trusted proxies than we follow."),
    /** The request began at one of our own proxies, or a proxy did not tell whom it forwarded for. */
    ONLY_TRUSTED_HOPS("Every hop is a trusted proxy, so the first of them stands for the client."),
    /** The address carries another one; see {@link TunnelledAddress}. */
    TUNNEL("The address belongs to a tunnel or translator and carries an IPv4 address."),
    /** The address has no place in the world; see {@link AddressScope}. */
    NON_ROUTABLE("The address is not reachable on the public internet."),
    /** The event cannot be located. */
    NO_ADDRESS("The event names no address that can be believed.");

    private final String sentence;

    AccessFinding(String sentence) {
        this.sentence = sentence;
    }

    /** The finding in words, for reports. */
    public String sentence() {
        return sentence;
    }
}
