/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address we believe a request came from, and what was noticed on the way to it.
 *
 * @param address what is to be located: the IPv4 address inside a tunnel whose routing proves it, otherwise the address
 *     as it came; null when the event names none that can be believed
 * @param peer the TCP peer that the edge saw, as it came; null when the event names none
 * @param from where {@code address} was taken from; {@link Believed#NOTHING} exactly if that is null
 * @param tunnelServer the Teredo server that set the client's tunnel up, to be looked at as well, or null
 * @param findings what was noticed, in the order of the enum
 */
public record ClientAddress(
        @Nullable IpAddress address,
        @Nullable IpAddress peer,
        Believed from,
        @Nullable IpAddress tunnelServer,
        Set<AccessFinding> findings) {

    public ClientAddress {
        Objects.requireNonNull(from, "from");
        if ((address == null) != (from == Believed.NOTHING)) {
            throw new IllegalArgumentException("address " + address + " cannot be believed from " + from);
        }
        findings = Findings.copyOf(findings);
    }

    /** The client at a believed hop, with the findings named by bits and those that the hop itself gives rise to. */
    static ClientAddress at(IpAddress hop, IpAddress peer, Believed from, int findings) {
        TunnelledAddress tunnelled = TunnelledAddress.decode(hop);
        if (tunnelled == null) {
            return new ClientAddress(hop, peer, from, null, Findings.set(findings | scopeFinding(hop)));
        }
        IpAddress address = tunnelled.technique().provenByRouting() ? tunnelled.client() : hop;
        int bits = findings | Findings.bit(AccessFinding.TUNNEL) | scopeFinding(address);
        return new ClientAddress(address, peer, from, tunnelled.server(), Findings.set(bits));
    }

    /** Nobody to locate, for a reason. */
    static ClientAddress unknown(@Nullable IpAddress peer, int findings) {
        int bits = findings | Findings.bit(AccessFinding.NO_ADDRESS);
        return new ClientAddress(null, peer, Believed.NOTHING, null, Findings.set(bits));
    }

    private static int scopeFinding(IpAddress address) {
        return address.scope().routable() ? Findings.NONE : Findings.bit(AccessFinding.NON_ROUTABLE);
    }

    /** Whether the event carried a forwarding header that nobody trusted vouches for, in whole or in part. */
    public boolean unprovenForwarding() {
        return findings.contains(AccessFinding.UNTRUSTED_FORWARDING)
                || findings.contains(AccessFinding.UNPROVEN_HOPS)
                || findings.contains(AccessFinding.MALFORMED_FORWARDING);
    }

    /**
     * Where a forwarding header says a request began, when nobody we trust vouches for that.
     *
     * @param forwardedFor the header, or null
     * @return its leftmost address, or null when it names none, or nothing but what is believed
     */
    public @Nullable IpAddress claimed(@Nullable String forwardedFor) {
        boolean unproven =
                findings.contains(AccessFinding.UNTRUSTED_FORWARDING) || findings.contains(AccessFinding.UNPROVEN_HOPS);
        return unproven && forwardedFor != null ? ForwardingChain.leftmost(forwardedFor) : null;
    }

    /** Whether there is an address and it has a place on the public internet. */
    public boolean locatable() {
        return address != null && !findings.contains(AccessFinding.NON_ROUTABLE);
    }
}
