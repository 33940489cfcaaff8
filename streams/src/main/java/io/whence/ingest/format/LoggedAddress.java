/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import io.whence.domain.access.IpAddress;

/** Addresses as proxies write them, with a port or without. */
final class LoggedAddress {
    private LoggedAddress() {}

    /**
     * Drops the port of {@code 192.0.2.1:443} and {@code [2001:db8::1]:443} and the brackets; leaves all else, host
     * names too, as it is.
     */
    static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            return close < 0 ? text : text.substring(1, close);
        }
        int colon = text.indexOf(':');
        return colon > 0 && isNumber(text, colon + 1) ? text.substring(0, colon) : text;
    }

    private static boolean isNumber(String text, int from) {
        return from < text.length() && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the text is a comma-separated list of addresses. */
    static boolean isChain(String text) {
        for (var part : text.split(",", -1)) {
            if (IpAddress.parse(withoutPort(part.trim())).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
