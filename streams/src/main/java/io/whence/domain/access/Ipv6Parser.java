/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import org.jspecify.annotations.Nullable;

/** Reads one RFC 4291 text form (section 2.2), group by group from the left; usable once. */
final class Ipv6Parser {

    private static final int GROUPS = 8;
    private static final int DIGITS_OF_GROUP = 4;

    private final String text;
    private final int end;
    private int at;

    private long high;
    private long low;
    /** Where among the eight the next group belongs. */
    private int group;

    private boolean compressed;

    Ipv6Parser(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    @Nullable IpAddress parse() {
        boolean valid = readOpeningColon();
        while (valid && at < end) {
            valid = text.charAt(at) == ':' ? readGap() : readGroup();
        }
        return valid && group == GROUPS ? IpAddress.ipv6(high, low) : null;
    }

    /** A colon may open the text only as the first half of a gap. */
    private boolean readOpeningColon() {
        if (at == end || text.charAt(at) != ':') {
            return true;
        }
        at++;
        return at < end && text.charAt(at) == ':';
    }

    /** Stands on the second colon of {@code ::}, which may appear once and spells at least one group. */
    private boolean readGap() {
        at++;
        int next = GROUPS - groupsLeft();
        if (compressed || next <= group) {
            return false;
        }
        compressed = true;
        group = next;
        return true;
    }

    private int groupsLeft() {
        int count = at < end ? 1 : 0;
        for (int index = at; index < end; index++) {
            if (text.charAt(index) == ':') {
                count++;
            }
        }
        boolean dotted = end - at > 1 && text.lastIndexOf('.', end - 1) > at;
        return dotted ? count + 1 : count;
    }

    private boolean readGroup() {
        int start = at;
        int value = 0;
        while (at < end && at - start < DIGITS_OF_GROUP && Ascii.hexadecimal(text.charAt(at)) >= 0) {
            value = value << 4 | Ascii.hexadecimal(text.charAt(at));
            at++;
        }
        if (at < end && text.charAt(at) == '.') {
            return readDottedQuad(start);
        }
        return at > start && append(value) && readSeparator();
    }

    /** The last 32 bits may be written as IPv4. */
    private boolean readDottedQuad(int start) {
        long bits = AddressText.ipv4(text, start, end);
        at = end;
        return bits != AddressText.NOT_IPV4 && append((int) (bits >>> 16)) && append((int) bits & 0xffff);
    }

    private boolean append(int value) {
        if (group == GROUPS) {
            return false;
        }
        long bits = (long) value << (16 * (3 - group % 4));
        if (group < GROUPS / 2) {
            high |= bits;
        } else {
            low |= bits;
        }
        group++;
        return true;
    }

    private boolean readSeparator() {
        if (at == end) {
            return true;
        }
        boolean colon = text.charAt(at) == ':';
        at++;
        return colon && at < end;
    }
}
