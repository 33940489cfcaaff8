/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import org.jspecify.annotations.Nullable;

/** The text forms of addresses, read in place and without garbage. */
final class AddressText {

    /** What {@link #ipv4} answers for text that is no dotted quad. */
    static final long NOT_IPV4 = -1;

    /** The longest address: eight IPv6 groups, the last two as a dotted quad (INET6_ADDRSTRLEN less its NUL). */
    private static final int MAX_LENGTH = 45;

    private static final int GROUPS = 8;

    private AddressText() {}

    static @Nullable IpAddress parse(String text, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return null;
        }
        long bits = ipv4(text, from, to);
        return bits == NOT_IPV4 ? ipv6(text, from, to) : IpAddress.ipv4((int) bits);
    }

    /** The 32 bits of the dotted quad at {@code [from, to)}, or {@link #NOT_IPV4}. */
    static long ipv4(String text, int from, int to) {
        long bits = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            int end = endOfDigits(text, at, to);
            int octet = octet(text, at, end);
            boolean dotFollows = end < to && text.charAt(end) == '.';
            if (octet < 0 || dotFollows != part < 3) {
                return NOT_IPV4;
            }
            bits = bits << 8 | octet;
            at = end + 1;
        }
        return at == to + 1 ? bits : NOT_IPV4;
    }

    private static int endOfDigits(String text, int from, int to) {
        int at = from;
        while (at < to && Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The number 0 to 255 that the digits spell, or a negative number: a leading zero would mean octal to some. */
    private static int octet(String text, int from, int end) {
        int digits = end - from;
        if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < end; at++) {
            value = value * 10 + text.charAt(at) - '0';
        }
        return value > 255 ? -1 : value;
    }

    private static @Nullable IpAddress ipv6(String text, int from, int to) {
        int zone = text.indexOf('%', from);
        if (zone < 0 || zone >= to) {
            return new Ipv6Parser(text, from, to).parse();
        }
        IpAddress address = new Ipv6Parser(text, from, zone).parse();
        boolean zoned = address != null && address.scope() == AddressScope.LINK_LOCAL && isZone(text, zone + 1, to);
        return zoned ? address : null;
    }

    /** Zone ids are names of interfaces or their numbers (RFC 4007, section 11; letters as RFC 6874 allows them). */
    private static boolean isZone(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char character = text.charAt(at);
            if (!Ascii.isLetterOrDigit(character) && "-._~".indexOf(character) < 0) {
                return false;
            }
        }
        return from < to;
    }

    static String ofIpv4(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** Compresses the longest run of at least two zero groups, the first of equals (RFC 5952, section 4.2). */
    static String ofIpv6(long high, long low) {
        int gap = GROUPS;
        int gapLength = 1;
        for (int start = 0; start < GROUPS; start++) {
            int length = zeroGroups(high, low, start);
            if (length > gapLength) {
                gap = start;
                gapLength = length;
            }
        }
        StringBuilder text = new StringBuilder(MAX_LENGTH);
        appendGroups(text, high, low, 0, gap);
        if (gap < GROUPS) {
            text.append("::");
            appendGroups(text, high, low, gap + gapLength, GROUPS);
        }
        return text.toString();
    }

    private static int zeroGroups(long high, long low, int start) {
        int end = start;
        while (end < GROUPS && group(high, low, end) == 0) {
            end++;
        }
        return end - start;
    }

    private static void appendGroups(StringBuilder text, long high, long low, int from, int to) {
        for (int index = from; index < to; index++) {
            text.append(index == from ? "" : ":").append(Integer.toHexString(group(high, low, index)));
        }
    }

    private static int group(long high, long low, int index) {
        long half = index < GROUPS / 2 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xffff;
    }
}
