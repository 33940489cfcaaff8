/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word about their callers is believed, named by address, by distance, or both.
 *
 * <p>Hop 0 is the TCP peer, hop 1 the last entry of the forwarding header, and so on to the left. A hop is trusted if
 * its number is below {@code hops} or its address is in one of the {@code networks}; the first that is not is the
 * client. Nothing left of it counts, nor anything left of a hop that cannot be read. Distance alone is safe only where
 * nobody reaches the edge around the proxies.
 *
 * @param networks of the proxies; kept in order and without those inside another
 * @param hops how many of the nearest hops are proxies whatever their addresses: 0 to {@value #MAX_HOPS}
 */
public record TrustedProxies(List<Cidr> networks, int hops) {

    /** More proxies in a row than any deployment has: CDN, firewall, balancer, ingress and sidecar make five. */
    static final int MAX_HOPS = 32;

    private static final TrustedProxies NONE = new TrustedProxies(List.of(), 0);

    public TrustedProxies {
        networks = disjoint(networks);
        if (hops < 0 || hops > MAX_HOPS) {
            throw new IllegalArgumentException("trusted hops must be 0 to " + MAX_HOPS + ", not " + hops);
        }
    }

    /** Trusts nobody: the TCP peer is the client. */
    public static TrustedProxies none() {
        return NONE;
    }

    private static List<Cidr> disjoint(List<Cidr> networks) {
        List<Cidr> kept = new ArrayList<>(networks.size());
        for (Cidr network : networks.stream().sorted().toList()) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).contains(network)) {
                kept.add(network);
            }
        }
        return List.copyOf(kept);
    }

    /**
     * Finds the client of a request.
     *
     * @param sourceIp the TCP peer as the edge wrote it; whatever is no address makes the client unknown
     * @param forwardedFor the raw {@code X-Forwarded-For} or {@code Forwarded} header, or null
     */
    public ClientAddress client(String sourceIp, @Nullable String forwardedFor) {
        IpAddress peer = IpAddress.parse(sourceIp, 0, sourceIp.length());
        boolean forwarded = ForwardingChain.isPresent(forwardedFor);
        int ignored = forwarded ? Findings.bit(AccessFinding.UNTRUSTED_FORWARDING) : Findings.NONE;
        if (peer == null) {
            return ClientAddress.unknown(null, ignored);
        }
        if (!isTrusted(0, peer)) {
            return ClientAddress.at(peer, peer, Believed.PEER, ignored);
        }
        if (forwardedFor == null || !forwarded) {
            return ClientAddress.at(peer, peer, Believed.PEER, Findings.bit(AccessFinding.ONLY_TRUSTED_HOPS));
        }
        return walk(peer, new ForwardingChain(forwardedFor));
    }

    private ClientAddress walk(IpAddress peer, ForwardingChain chain) {
        for (int hop = 1; hop <= MAX_HOPS; hop++) {
            ForwardingChain.Hop kind = chain.next();
            IpAddress address = chain.address();
            if (kind == ForwardingChain.Hop.MALFORMED) {
                return ClientAddress.unknown(peer, Findings.bit(AccessFinding.MALFORMED_FORWARDING));
            }
            if (!isTrusted(hop, address)) {
                int unproven = chain.hasNext() ? Findings.bit(AccessFinding.UNPROVEN_HOPS) : Findings.NONE;
                return forwarded(address, peer, unproven);
            }
            if (!chain.hasNext()) {
                return forwarded(address, peer, Findings.bit(AccessFinding.ONLY_TRUSTED_HOPS));
            }
        }
        return ClientAddress.unknown(peer, Findings.bit(AccessFinding.CHAIN_TOO_LONG));
    }

    private static ClientAddress forwarded(@Nullable IpAddress address, IpAddress peer, int findings) {
        return address == null
                ? ClientAddress.unknown(peer, findings | Findings.bit(AccessFinding.UNNAMED_HOP))
                : ClientAddress.at(address, peer, Believed.FORWARDED, findings);
    }

    private boolean isTrusted(int hop, @Nullable IpAddress address) {
        return hop < hops || (address != null && inNetworks(address));
    }

    /**
     * Since the networks are in order and apart, only the last one that begins at or before the address can hold it.
     */
    private boolean inNetworks(IpAddress address) {
        int from = 0;
        int to = networks.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (networks.get(middle).network().compareTo(address) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 && networks.get(from - 1).contains(address);
    }
}
