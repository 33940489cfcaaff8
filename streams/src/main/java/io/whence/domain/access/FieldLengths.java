/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long each text of an access event may be. */
final class FieldLengths {

    private record Limit(String field, int max, Function<AccessEvent, @Nullable String> text) {}

    /** The organization id has rules of its own, and a source address of any length is merely garbled. */
    private static final List<Limit> LIMITS = List.of(
            issued("event_id", AccessEvent::eventId),
            issued("project_id", AccessEvent::projectId),
            issued("api_key_id", AccessEvent::apiKeyId),
            issued("tls_fingerprint", AccessEvent::tlsFingerprint),
            issued("edge_location", AccessEvent::edgeLocation),
            written("forwarded_for", AccessEvent::forwardedFor),
            written("method", AccessEvent::method),
            written("path", AccessEvent::path),
            written("user_agent", AccessEvent::userAgent),
            written("accept_language", AccessEvent::acceptLanguage),
            written("end_user_id", AccessEvent::endUserId));

    private FieldLengths() {}

    private static Limit issued(String field, Function<AccessEvent, @Nullable String> text) {
        return new Limit(field, AccessRules.MAX_IDENTIFIER_LENGTH, text);
    }

    private static Limit written(String field, Function<AccessEvent, @Nullable String> text) {
        return new Limit(field, AccessRules.MAX_REQUEST_TEXT_LENGTH, text);
    }

    static @Nullable Rejection check(AccessEvent event) {
        for (Limit limit : LIMITS) {
            String text = limit.text().apply(event);
            if (text != null && text.length() > limit.max()) {
                return new Rejection(
                        RejectionReason.FIELD_TOO_LONG,
                        limit.field(),
                        limit.field() + " has " + text.length() + " characters, more than " + limit.max());
            }
        }
        return null;
    }
}
