/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** What every response says, and who is refused before anything else. */
final class Security {

    /** Nothing is loaded from elsewhere, nothing inline runs, and nobody may frame the page. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'; object-src 'none'";

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin");

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Security() {}

    static void addHeaders(Context response) {
        HEADERS.forEach(response::header);
    }

    /**
     * Refuses requests to a name that is not this machine's own: a page elsewhere whose name was pointed at the
     * loopback address (DNS rebinding) would otherwise read everything.
     */
    static boolean namesLoopback(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return LOOPBACK_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
