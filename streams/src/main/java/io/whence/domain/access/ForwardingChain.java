/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * The hops that a forwarding header names, from the right, where each proxy writes who called it: what is read depends
 * on nothing to the left of it, however long or hostile that is.
 *
 * <p>Reads {@code X-Forwarded-For} (a comma list) and {@code Forwarded} (RFC 7239), element by element. A comma ends an
 * element even in quotes: no {@code for} value may hold one, and where a quote began is known only from the left.
 */
final class ForwardingChain {

    /** What an element says. */
    enum Hop {
        /** An address. */
        NAMED,
        /** Lawfully nothing: {@code unknown}, an obfuscated identifier, or no {@code for} parameter. */
        UNNAMED,
        /** Neither. */
        MALFORMED
    }

    private static final String FOR = "for";
    private static final String UNKNOWN = "unknown";
    private static final int MAX_PORT_DIGITS = 5;
    private static final int ABSENT = -1;
    private static final int MAX_CLAIMED = 16;

    private final String header;
    /** Where the unread part of the header ends; negative when nothing is left. */
    private int unread;

    /** The bounds of the {@code for} value of the element being read. */
    private int nodeFrom;

    private int nodeTo;
    private @Nullable IpAddress address;

    ForwardingChain(String header) {
        this.header = header;
        this.unread = header.length();
    }

    /** Whether a header says anything; log formats write a lone dash for an absent one. */
    static boolean isPresent(@Nullable String header) {
        return header != null && !header.isBlank() && !header.equals("-");
    }

    /** The address of the leftmost hop that names one; only what is claimed, and nothing to believe. */
    static @Nullable IpAddress leftmost(String header) {
        ForwardingChain chain = new ForwardingChain(header);
        IpAddress leftmost = null;
        for (int hop = 0; hop < MAX_CLAIMED && chain.hasNext(); hop++) {
            leftmost = chain.next() == Hop.NAMED ? chain.address() : leftmost;
        }
        return leftmost;
    }

    boolean hasNext() {
        return unread >= 0;
    }

    /** Reads the next hop to the left. */
    Hop next() {
        int comma = header.lastIndexOf(',', unread - 1);
        int from = skipSpace(comma + 1, unread);
        int to = unread;
        while (to > from && isSpace(header.charAt(to - 1))) {
            to--;
        }
        unread = comma;
        address = null;
        return isForwarded(from, to) ? pairs(from, to) : node(from, to);
    }

    /** The address of the last hop read if it is {@link Hop#NAMED}, otherwise null. */
    @Nullable IpAddress address() {
        return address;
    }

    private boolean isForwarded(int from, int to) {
        int equals = header.indexOf('=', from);
        return equals >= 0 && equals < to;
    }

    /** {@code forwarded-element} of RFC 7239, section 4, with optional white space around its semicolons. */
    private Hop pairs(int from, int to) {
        nodeFrom = ABSENT;
        int at = from;
        while (at < to) {
            int end = header.charAt(at) == ';' ? at : pair(at, to);
            boolean separated = end == to || (end >= 0 && header.charAt(end) == ';');
            if (!separated) {
                return Hop.MALFORMED;
            }
            at = skipSpace(end + 1, to);
        }
        return nodeFrom == ABSENT ? Hop.UNNAMED : node(nodeFrom, nodeTo);
    }

    /** Reads {@code name=value}; answers where the text goes on, or -1 if it is malformed. */
    private int pair(int from, int to) {
        int equals = endOfToken(from, to);
        if (equals == from || equals == to || header.charAt(equals) != '=') {
            return -1;
        }
        boolean quoted = equals + 1 < to && header.charAt(equals + 1) == '"';
        int valueFrom = quoted ? equals + 2 : equals + 1;
        int valueTo = quoted ? endOfQuoted(valueFrom, to) : endOfUnquoted(valueFrom, to);
        boolean isFor = equals - from == FOR.length() && header.regionMatches(true, from, FOR, 0, FOR.length());
        if (valueTo < 0 || (isFor && nodeFrom != ABSENT)) {
            return -1;
        }
        if (isFor) {
            nodeFrom = valueFrom;
            nodeTo = valueTo;
        }
        return skipSpace(quoted ? valueTo + 1 : valueTo, to);
    }

    private int endOfQuoted(int from, int to) {
        int at = from;
        while (at < to && header.charAt(at) != '"') {
            at += header.charAt(at) == '\\' ? 2 : 1;
        }
        return at < to ? at : -1;
    }

    /** More or less than a token: many write ports and IPv6 addresses without quotes, or copy what the caller sent. */
    private int endOfUnquoted(int from, int to) {
        int at = from;
        while (at < to && header.charAt(at) > ' ' && ";\"".indexOf(header.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int endOfToken(int from, int to) {
        int at = from;
        while (at < to && isIdentifier(header.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@code node} of RFC 7239, section 6, and an IPv6 address without brackets, which has no port. */
    private Hop node(int from, int to) {
        int nameTo = endOfName(from, to);
        if (nameTo < to && !isPort(nameTo, to)) {
            return Hop.MALFORMED;
        }
        boolean bracketed = from < to && header.charAt(from) == '[';
        address = bracketed ? bracketed(from, nameTo) : IpAddress.parse(header, from, nameTo);
        if (address != null) {
            return Hop.NAMED;
        }
        return isUnnamed(from, nameTo) ? Hop.UNNAMED : Hop.MALFORMED;
    }

    private int endOfName(int from, int to) {
        int bracket = from < to && header.charAt(from) == '[' ? header.indexOf(']', from) : -1;
        if (bracket >= 0) {
            return Math.min(bracket + 1, to);
        }
        int colon = header.indexOf(':', from);
        boolean onlyColon = colon >= 0 && colon < to && header.lastIndexOf(':', to - 1) == colon;
        return onlyColon ? colon : to;
    }

    /** Brackets are for IPv6 text only. */
    private @Nullable IpAddress bracketed(int from, int to) {
        boolean closed = to - from > 2 && header.charAt(to - 1) == ']';
        int colon = header.indexOf(':', from);
        return closed && colon >= 0 && colon < to ? IpAddress.parse(header, from + 1, to - 1) : null;
    }

    private boolean isPort(int colon, int to) {
        int from = colon + 1;
        if (header.charAt(colon) != ':' || from == to) {
            return false;
        }
        if (header.charAt(from) == '_') {
            return isObfuscated(from, to);
        }
        boolean digits = to - from <= MAX_PORT_DIGITS;
        for (int at = from; digits && at < to; at++) {
            digits = Ascii.isDigit(header.charAt(at));
        }
        return digits;
    }

    private boolean isUnnamed(int from, int to) {
        boolean unknown = to - from == UNKNOWN.length() && header.regionMatches(true, from, UNKNOWN, 0, to - from);
        return unknown || isObfuscated(from, to);
    }

    private boolean isObfuscated(int from, int to) {
        return to - from > 1 && header.charAt(from) == '_' && endOfToken(from, to) == to;
    }

    /** The characters of obfuscated identifiers (RFC 7239, section 6.3), which suffice for parameter names too. */
    private static boolean isIdentifier(char character) {
        return Ascii.isLetterOrDigit(character) || "._-".indexOf(character) >= 0;
    }

    private int skipSpace(int from, int to) {
        int at = from;
        while (at < to && isSpace(header.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
