/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

/** Addresses as proxies write them, with a port or without. */
final class AddressText {
    private AddressText() {}

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
        boolean port = colon > 0 && text.indexOf(':', colon + 1) < 0;
        return port ? text.substring(0, colon) : text;
    }

    /** Whether every comma-separated part could be an address. */
    static boolean isChain(String text) {
        for (var part : text.split(",", -1)) {
            if (!couldBeAddress(withoutPort(part.trim()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is made of what addresses are made of; cheap, and no more than that. */
    static boolean couldBeAddress(CharSequence text) {
        int dots = 0;
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dots += c == '.' ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            if (c != '.' && c != ':' && Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return dots == 3 || colons >= 2;
    }
}
