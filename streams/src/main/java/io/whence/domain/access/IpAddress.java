/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address.
 *
 * <p>Held as 128 bits; an IPv4 address is its IPv4-mapped form {@code ::ffff:a.b.c.d} (RFC 4291, section 2.5.5.2), so
 * that both spellings are one value. Ordered IPv4 first, then by number.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final long MAPPED = 0xffffL;
    private static final int IPV4_MASK_BITS = 24;
    private static final int IPV6_MASK_BITS = 48;
    /** A 6to4 address spells the whole IPv4 address in its first 48 bits, of which 16 + 24 may leave. */
    private static final int SIX_TO_FOUR_MASK_BITS = 40;

    private final long high;
    private final long low;

    private IpAddress(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** The IPv4 address with these 32 bits, the first octet in the highest eight. */
    public static IpAddress ipv4(int bits) {
        return new IpAddress(0, MAPPED << 32 | Integer.toUnsignedLong(bits));
    }

    /** The address with these 128 bits: an IPv4 address when they are the IPv4-mapped form of one. */
    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(high, low);
    }

    /**
     * Reads the text form of an address, strictly: four decimal parts without leading zeros, or RFC 4291 text. A zone
     * id is dropped from a link-local IPv6 address and refused elsewhere.
     *
     * @return empty for everything else: fewer parts, other bases, other scripts' digits, spaces, ports, prefix lengths
     */
    public static Optional<IpAddress> parse(String text) {
        return Optional.ofNullable(AddressText.parse(text, 0, text.length()));
    }

    /** The address at {@code [from, to)} of a longer text, or null. */
    static @Nullable IpAddress parse(String text, int from, int to) {
        return AddressText.parse(text, from, to);
    }

    public boolean isIpv4() {
        return high == 0 && low >>> 32 == MAPPED;
    }

    /**
     * The 32 bits of an IPv4 address.
     *
     * @throws IllegalStateException if this is an IPv6 address
     */
    public int ipv4Bits() {
        if (!isIpv4()) {
            throw new IllegalStateException(this + " is not an IPv4 address");
        }
        return (int) low;
    }

    /** The first 64 bits; of an IPv4 address those of its mapped form, 0. */
    public long high() {
        return high;
    }

    /** The last 64 bits; of an IPv4 address those of its mapped form. */
    public long low() {
        return low;
    }

    /** The address in network byte order: 4 bytes for IPv4, 16 for IPv6. */
    public byte[] toBytes() {
        return isIpv4()
                ? ByteBuffer.allocate(4).putInt((int) low).array()
                : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /**
     * The network in whose form an address may leave the product: the /24 of an IPv4 address, the /48 of an IPv6
     * address, and the /40 of a 6to4 address, whose /48 would spell an IPv4 address in full.
     */
    public Cidr masked() {
        if (isIpv4()) {
            return Cidr.around(this, IPV4_MASK_BITS);
        }
        return Cidr.around(this, TunnelledAddress.isSixToFour(high) ? SIX_TO_FOUR_MASK_BITS : IPV6_MASK_BITS);
    }

    /** What the IANA registries reserve the address for. */
    public AddressScope scope() {
        return isIpv4() ? SpecialPurposeRegistry.ipv4((int) low) : SpecialPurposeRegistry.ipv6(high, low);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (isIpv4() != other.isIpv4()) {
            return isIpv4() ? -1 : 1;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low);
    }

    /** The canonical text: dotted quad, or lower-case hexadecimal compressed as RFC 5952 asks. */
    @Override
    public String toString() {
        return isIpv4() ? AddressText.ofIpv4((int) low) : AddressText.ofIpv6(high, low);
    }
}
