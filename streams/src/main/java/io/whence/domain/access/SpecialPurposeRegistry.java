/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/**
 * The IANA special-purpose address registries as code, since every access event asks them.
 *
 * <p>State of 2025-10-09: iana.org/assignments/iana-ipv4-special-registry, iana-ipv6-special-registry and
 * ipv6-address-space. A block counts as global exactly if its column "Globally Reachable" says True.
 */
final class SpecialPurposeRegistry {

    private SpecialPurposeRegistry() {}

    static AddressScope ipv4(int bits) {
        int first = bits >>> 24;
        return switch (first) {
            case 0 -> bits == 0 ? AddressScope.UNSPECIFIED : AddressScope.RESERVED;
            case 10 -> AddressScope.PRIVATE;
            case 100 -> bits >>> 22 == 0x6440_0000 >>> 22 ? AddressScope.SHARED : AddressScope.GLOBAL;
            case 127 -> AddressScope.LOOPBACK;
            case 169 -> bits >>> 16 == 0xa9fe ? AddressScope.LINK_LOCAL : AddressScope.GLOBAL;
            case 172 -> bits >>> 20 == 0xac1 ? AddressScope.PRIVATE : AddressScope.GLOBAL;
            case 192 -> within192(bits);
            case 198 -> within198(bits);
            case 203 -> bits >>> 8 == 0xcb_0071 ? AddressScope.DOCUMENTATION : AddressScope.GLOBAL;
            default -> first < 224 ? AddressScope.GLOBAL : first < 240 ? AddressScope.MULTICAST : AddressScope.RESERVED;
        };
    }

    private static AddressScope within192(int bits) {
        if (bits >>> 16 == 0xc0a8) {
            return AddressScope.PRIVATE;
        }
        return switch (bits >>> 8) {
            case 0xc0_0000 -> isAnycastService(bits) ? AddressScope.GLOBAL : AddressScope.RESERVED;
            case 0xc0_0002 -> AddressScope.DOCUMENTATION;
            case 0xc0_5863 -> AddressScope.RESERVED; // 192.88.99.0/24, relays of 6to4 (RFC 7526)
            default -> AddressScope.GLOBAL;
        };
    }

    /** Port Control Protocol (RFC 7723) and TURN (RFC 8155), the reachable ones of 192.0.0.0/24. */
    private static boolean isAnycastService(int bits) {
        return bits == 0xc000_0009 || bits == 0xc000_000a;
    }

    private static AddressScope within198(int bits) {
        if (bits >>> 17 == 0xc612_0000 >>> 17) {
            return AddressScope.BENCHMARKING;
        }
        return bits >>> 8 == 0xc6_3364 ? AddressScope.DOCUMENTATION : AddressScope.GLOBAL;
    }

    static AddressScope ipv6(long high, long low) {
        int first = (int) (high >>> 48);
        return switch (first >>> 13) {
            case 0 -> belowGlobalUnicast(high, low);
            case 1 -> globalUnicast(high, low);
            case 7 -> aboveGlobalUnicast(first);
            default -> AddressScope.RESERVED;
        };
    }

    /** {@code ::/3}: nothing but forms of IPv4 and what stands for no host at all. */
    private static AddressScope belowGlobalUnicast(long high, long low) {
        if (high == 0 && low >>> 1 == 0) {
            return low == 0 ? AddressScope.UNSPECIFIED : AddressScope.LOOPBACK;
        }
        boolean carriesIpv4 = TunnelledAddress.isIpv4Compatible(high, low) || TunnelledAddress.isNat64(high, low);
        return carriesIpv4 ? AddressScope.TRANSITION : AddressScope.RESERVED;
    }

    /** {@code 2000::/3}, the only block that addresses are given out from. */
    private static AddressScope globalUnicast(long high, long low) {
        if (TunnelledAddress.isSixToFour(high) || TunnelledAddress.isTeredo(high)) {
            return AddressScope.TRANSITION;
        }
        if (high >>> 41 == 0x2001_0000_0000_0000L >>> 41) {
            return protocolAssignments(high, low);
        }
        boolean documentation = high >>> 32 == 0x2001_0db8L || high >>> 44 == 0x3fff0L;
        return documentation ? AddressScope.DOCUMENTATION : AddressScope.GLOBAL;
    }

    /** {@code 2001::/23}: reserved but for what the registry lists as reachable (RFC 2928). */
    private static AddressScope protocolAssignments(long high, long low) {
        int second = (int) (high >>> 32) & 0xffff;
        boolean global = switch (second) {
            case 1 -> (int) high == 0 && low >= 1 && low <= 3; // PCP, TURN and DNS-SD anycast
            case 3 -> true; // automatic multicast tunnelling (RFC 7450)
            case 4 -> (int) high >>> 16 == 0x112; // AS112 (RFC 7535)
            default -> second >= 0x20 && second < 0x40; // ORCHIDv2 (RFC 7343), drone ids (RFC 9374)
        };
        if (second == 2 && (int) high >>> 16 == 0) {
            return AddressScope.BENCHMARKING;
        }
        return global ? AddressScope.GLOBAL : AddressScope.RESERVED;
    }

    private static AddressScope aboveGlobalUnicast(int first) {
        if (first >= 0xff00) {
            return AddressScope.MULTICAST;
        }
        if (first >>> 6 == 0xfe80 >>> 6) {
            return AddressScope.LINK_LOCAL;
        }
        return first >>> 9 == 0xfc00 >>> 9 ? AddressScope.PRIVATE : AddressScope.RESERVED;
    }
}
