/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.NO_REQUEST;

/**
 * The first line of an HTTP request as servers log it.
 *
 * @param method HTTP method, a token of RFC 9110
 * @param path path of the target without query, scheme and host
 */
record RequestLine(String method, String path) {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** Takes a request line apart; the protocol may be missing, as in HTTP/0.9. */
    static RequestLine parse(String text) throws UnreadableLineException {
        int space = text.indexOf(' ');
        if (space <= 0 || space + 1 == text.length() || !isToken(text, space)) {
            throw new UnreadableLineException(NO_REQUEST, Field.REQUEST.label(), "no HTTP request on this connection");
        }
        int protocol = text.lastIndexOf(" HTTP/");
        var target = text.substring(space + 1, protocol > space ? protocol : text.length());
        return new RequestLine(text.substring(0, space), path(target));
    }

    /** The path of a request target: the query is nobody's business here, and may hold secrets. */
    static String path(String target) {
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        int slash = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
        if (slash < 0) {
            return "/";
        }
        int end = target.length();
        int query = target.indexOf('?', slash);
        int fragment = target.indexOf('#', slash);
        end = query < 0 ? end : query;
        end = fragment < 0 ? end : Math.min(end, fragment);
        return target.substring(slash, end);
    }

    private static boolean isToken(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letter && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
