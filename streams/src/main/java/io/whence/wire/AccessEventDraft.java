/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static java.util.Objects.requireNonNull;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access event while its fields come in, in whatever order the writer has them. */
final class AccessEventDraft {
    private static final AccessField[] FIELDS = AccessField.values();

    private final @Nullable String[] texts = new @Nullable String[FIELDS.length];
    private @Nullable Instant timestamp;
    private Channel channel = Channel.API;
    private @Nullable Integer status;
    private @Nullable Float tcpRttMillis;
    private @Nullable Float requestRttMillis;

    void text(AccessField field, String value) {
        texts[field.ordinal()] = value;
    }

    void timestamp(Instant value) {
        timestamp = value;
    }

    void channel(Channel value) {
        channel = value;
    }

    void status(int value) {
        status = value;
    }

    void millis(AccessField field, float value) {
        if (field == AccessField.TCP_RTT_MILLIS) {
            tcpRttMillis = value;
        } else {
            requestRttMillis = value;
        }
    }

    /** The event, once all fields are in. */
    AccessEvent toEvent() {
        requireAll();
        return new AccessEvent(
                required(AccessField.EVENT_ID),
                requireNonNull(timestamp),
                required(AccessField.ORGANIZATION_ID),
                optional(AccessField.PROJECT_ID),
                optional(AccessField.API_KEY_ID),
                channel,
                required(AccessField.SOURCE_IP),
                optional(AccessField.FORWARDED_FOR),
                required(AccessField.METHOD),
                required(AccessField.PATH),
                requireNonNull(status),
                optional(AccessField.USER_AGENT),
                optional(AccessField.ACCEPT_LANGUAGE),
                optional(AccessField.TLS_FINGERPRINT),
                tcpRttMillis,
                requestRttMillis,
                optional(AccessField.EDGE_LOCATION),
                optional(AccessField.END_USER_ID));
    }

    private void requireAll() {
        for (var field : FIELDS) {
            if (field.required() && !has(field)) {
                throw new Malformed(UndecodableReason.MISSING_FIELD, field.fieldName(), "is missing");
            }
        }
    }

    private boolean has(AccessField field) {
        return switch (field) {
            case TIMESTAMP -> timestamp != null;
            case STATUS -> status != null;
            default -> texts[field.ordinal()] != null;
        };
    }

    private String required(AccessField field) {
        return requireNonNull(texts[field.ordinal()]);
    }

    private @Nullable String optional(AccessField field) {
        return texts[field.ordinal()];
    }
}
