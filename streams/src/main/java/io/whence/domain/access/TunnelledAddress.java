/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 address inside an IPv6 address of a transition technique.
 *
 * @param technique how it was put there
 * @param client the IPv4 address of the host that the IPv6 address stands for
 * @param server the IPv4 address of the server that set a Teredo tunnel up, otherwise null
 */
public record TunnelledAddress(
        Technique technique, IpAddress client, @Nullable IpAddress server) {

    /** The ways to carry an IPv4 address in an IPv6 address. */
    public enum Technique {
        /** {@code ::a.b.c.d}, IPv4-compatible and deprecated (RFC 4291, section 2.5.5.1). */
        IPV4_COMPATIBLE(true),
        /** {@code 2002:aabb:ccdd::/48}, 6to4 (RFC 3056). */
        SIX_TO_FOUR(true),
        /** {@code 2001::/32}, Teredo: the server in clear, the client inverted (RFC 4380, section 4). */
        TEREDO(true),
        /** {@code 64:ff9b::/96} (RFC 6052) and {@code 64:ff9b:1::/48} (RFC 8215), IPv4 behind a translator. */
        NAT64(true),
        /** Interface id {@code 0:5efe} or {@code 200:5efe} and the IPv4 address, below any prefix (RFC 5214). */
        ISATAP(false);

        private final boolean provenByRouting;

        Technique(boolean provenByRouting) {
            this.provenByRouting = provenByRouting;
        }

        /**
         * Whether answers travel to the embedded address, so that a client that holds a connection cannot have invented
         * it. An ISATAP interface id is the client's own choice: there the prefix above it says where the client is.
         */
        public boolean provenByRouting() {
            return provenByRouting;
        }
    }

    private static final int TEREDO_PREFIX = 0x2001_0000;
    private static final long NAT64_PREFIX = 0x0064_ff9b_0000_0000L;
    private static final long LOCAL_NAT64_PREFIX = 0x0064_ff9b_0001L;

    public TunnelledAddress {
        Objects.requireNonNull(technique, "technique");
        Objects.requireNonNull(client, "client");
    }

    /** Decodes what an address carries; empty for an IPv4 address and for most IPv6 addresses. */
    public static Optional<TunnelledAddress> in(IpAddress address) {
        return Optional.ofNullable(decode(address));
    }

    static @Nullable TunnelledAddress decode(IpAddress address) {
        long high = address.high();
        long low = address.low();
        if (isSixToFour(high)) {
            return carrying(Technique.SIX_TO_FOUR, (int) (high >>> 16));
        }
        if (isTeredo(high)) {
            return new TunnelledAddress(Technique.TEREDO, IpAddress.ipv4((int) ~low), IpAddress.ipv4((int) high));
        }
        if (isNat64(high, low)) {
            return carrying(Technique.NAT64, high == NAT64_PREFIX ? (int) low : localNat64(high, low));
        }
        if (isIpv4Compatible(high, low)) {
            return carrying(Technique.IPV4_COMPATIBLE, (int) low);
        }
        return isIsatap(low) ? carrying(Technique.ISATAP, (int) low) : null;
    }

    private static TunnelledAddress carrying(Technique technique, int client) {
        return new TunnelledAddress(technique, IpAddress.ipv4(client), null);
    }

    /**
     * The network operator chooses a prefix of 48, 56, 64 or 96 bits, after which the IPv4 address follows around the
     * zero octet 64..71 and before zeros (RFC 6052, section 2.2): how many zeros end the address tells which, unless
     * the IPv4 address itself ends in zeros.
     */
    private static int localNat64(long high, long low) {
        long following = low << 8;
        int zeros = Long.numberOfTrailingZeros(low);
        if (zeros >= 40) {
            return (int) (high << 16 | following >>> 48);
        }
        if (zeros >= 32) {
            return (int) (high << 24 | following >>> 40);
        }
        return (int) (zeros >= 24 ? following >>> 32 : low);
    }

    static boolean isSixToFour(long high) {
        return high >>> 48 == 0x2002;
    }

    static boolean isTeredo(long high) {
        return (int) (high >>> 32) == TEREDO_PREFIX;
    }

    static boolean isNat64(long high, long low) {
        return (high == NAT64_PREFIX && low >>> 32 == 0) || high >>> 16 == LOCAL_NAT64_PREFIX;
    }

    /** {@code ::} and {@code ::1} are of that form but mean other things. */
    static boolean isIpv4Compatible(long high, long low) {
        return high == 0 && low >>> 32 == 0 && low > 1;
    }

    private static boolean isIsatap(long low) {
        int identifier = (int) (low >>> 32);
        return identifier == 0x0000_5efe || identifier == 0x0200_5efe;
    }
}
