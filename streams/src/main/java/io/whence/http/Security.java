/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.domain.access.IpAddress;
import java.util.Locale;
import java.util.Map;

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

    private Security() {}

    static void addHeaders(Context response) {
        HEADERS.forEach(response::header);
    }

    /**
     * Whether a request may ask for this host. A page elsewhere whose name was pointed at our address (DNS rebinding)
     * would otherwise read everything. An address is no name and cannot be pointed elsewhere; beyond loopback, health
     * checks and scrapers ask for it.
     */
    static boolean answersTo(String host, HttpSettings settings) {
        int port = host.lastIndexOf(':');
        String name = (port > host.lastIndexOf(']') ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
        return settings.allowedHosts().contains(name) || (!settings.loopback() && isAddress(name));
    }

    private static boolean isAddress(String name) {
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        return IpAddress.parse(bracketed ? name.substring(1, name.length() - 1) : name)
                .isPresent();
    }
}
