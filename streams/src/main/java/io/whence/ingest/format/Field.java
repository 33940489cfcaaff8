/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.Locale;

/** The fields of an access event under the names of the contract, and the request line, which holds two of them. */
enum Field {
    EVENT_ID,
    TIMESTAMP,
    ORGANIZATION_ID,
    PROJECT_ID,
    API_KEY_ID,
    CHANNEL,
    SOURCE_IP,
    FORWARDED_FOR,
    METHOD,
    PATH,
    STATUS,
    USER_AGENT,
    ACCEPT_LANGUAGE,
    TLS_FINGERPRINT,
    TCP_RTT_MILLIS,
    REQUEST_RTT_MILLIS,
    EDGE_LOCATION,
    END_USER_ID,
    /** {@code GET /path?query HTTP/1.1}; stands for method and path where those are absent. */
    REQUEST;

    /** The name in contracts and field tables, such as {@code source_ip}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Field named(String label) {
        for (var field : values()) {
            if (field.label().equals(label)) {
                return field;
            }
        }
        throw new IllegalArgumentException("unknown field \"" + label + "\" of an access event");
    }
}
