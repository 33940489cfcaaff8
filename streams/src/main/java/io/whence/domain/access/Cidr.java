/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network in CIDR form. It holds addresses of its own family only: {@code ::/0} has no IPv4 address in it.
 *
 * @param network its first address; all bits behind the prefix are zero
 * @param prefixLength leading bits that its addresses share: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress network, int prefixLength) implements Comparable<Cidr> {

    private static final Comparator<Cidr> ORDER =
            Comparator.comparing(Cidr::network).thenComparingInt(Cidr::prefixLength);
    private static final int IPV6_BITS = 128;
    /** How far into the 128 bits the 32 of IPv4 begin. */
    private static final int IPV4_OFFSET = 96;

    /** The last 64 bits of the first IPv6 address behind those that stand for IPv4 addresses. */
    private static final long AFTER_IPV4 = 1L << 48;

    public Cidr {
        Objects.requireNonNull(network, "network");
        IpAddress first = first(network, prefixLength);
        if (!first.equals(network)) {
            throw new IllegalArgumentException(network + "/" + prefixLength + " has bits set behind its prefix; "
                    + first + "/" + prefixLength + " was meant?");
        }
    }

    /**
     * The network of that prefix length around an address.
     *
     * @throws IllegalArgumentException if the address has fewer bits than that
     */
    public static Cidr around(IpAddress member, int prefixLength) {
        return new Cidr(first(member, prefixLength), prefixLength);
    }

    /**
     * Reads {@code address/length}; an IPv4-mapped network is the IPv4 network.
     *
     * @throws IllegalArgumentException naming the text and what is wrong with it
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(
                        quoted(text) + " is no network: expected an address and a prefix length, as in 10.0.0.0/8"));
        if (slash < 0) {
            throw new IllegalArgumentException(quoted(text) + " has no prefix length; " + network + "/" + bits(network)
                    + " for this one address?");
        }
        int length = prefixLength(text, slash + 1);
        boolean mapped = network.isIpv4() && text.indexOf(':') >= 0;
        if (mapped && length < IPV4_OFFSET) {
            throw new IllegalArgumentException(quoted(text) + " is IPv4-mapped: its prefix length must be 96 to 128");
        }
        return new Cidr(network, mapped ? length - IPV4_OFFSET : length);
    }

    private static int prefixLength(String text, int from) {
        int digits = text.length() - from;
        int length = 0;
        boolean valid = digits > 0 && digits <= 3 && (digits == 1 || text.charAt(from) != '0');
        for (int at = from; valid && at < text.length(); at++) {
            valid = Ascii.isDigit(text.charAt(at));
            length = length * 10 + text.charAt(at) - '0';
        }
        if (!valid) {
            throw new IllegalArgumentException(quoted(text) + ": the prefix length must be a plain decimal number");
        }
        return length;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Whether the address is of the same family and shares the prefix. */
    public boolean contains(IpAddress address) {
        if (address.isIpv4() != network.isIpv4()) {
            return false;
        }
        int bits = network.isIpv4() ? prefixLength + IPV4_OFFSET : prefixLength;
        return ((address.high() ^ network.high()) & highMask(bits)) == 0
                && ((address.low() ^ network.low()) & lowMask(bits)) == 0;
    }

    /** Whether every address of the other network is in this one. */
    public boolean contains(Cidr other) {
        return prefixLength <= other.prefixLength && contains(other.network);
    }

    /** The first address of its family behind it, or null when there is none. */
    public @Nullable IpAddress next() {
        int bits = network.isIpv4() ? prefixLength + IPV4_OFFSET : prefixLength;
        long low = (network.low() | ~lowMask(bits)) + 1;
        long high = (network.high() | ~highMask(bits)) + (low == 0 ? 1 : 0);
        if (network.isIpv4()) {
            return low == AFTER_IPV4 ? null : IpAddress.ipv6(high, low);
        }
        IpAddress next = IpAddress.ipv6(high, low);
        if (next.isIpv4()) {
            return IpAddress.ipv6(0, AFTER_IPV4);
        }
        return high == 0 && low == 0 ? null : next;
    }

    /** By first address, the wider of two networks with the same one first. */
    @Override
    public int compareTo(Cidr other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return network + "/" + prefixLength;
    }

    private static int bits(IpAddress address) {
        return address.isIpv4() ? IPV6_BITS - IPV4_OFFSET : IPV6_BITS;
    }

    private static IpAddress first(IpAddress member, int prefixLength) {
        int offset = member.isIpv4() ? IPV4_OFFSET : 0;
        if (prefixLength < 0 || prefixLength > bits(member)) {
            throw new IllegalArgumentException(
                    member + "/" + prefixLength + ": the prefix length must be 0 to " + bits(member));
        }
        int bits = prefixLength + offset;
        return IpAddress.ipv6(member.high() & highMask(bits), member.low() & lowMask(bits));
    }

    private static long highMask(int bits) {
        return bits >= 64 ? -1 : ~(-1L >>> bits);
    }

    private static long lowMask(int bits) {
        return bits <= 64 ? 0 : ~(-1L >>> (bits - 64)) | (bits == 128 ? -1 : 0);
    }
}
