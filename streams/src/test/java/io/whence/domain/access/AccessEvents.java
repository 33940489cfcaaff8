/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes an ordinary access event, of which a test changes what it is about. */
final class AccessEvents {

    String eventId = "e-1";
    Instant timestamp = Instant.parse("2026-03-01T11:59:59Z");
    String organizationId = "org-1";

    @Nullable String projectId = "project-1";

    @Nullable String apiKeyId = "key-1";

    String sourceIp = "8.8.8.8";

    @Nullable String forwardedFor;

    String method = "POST";
    String path = "/v1/chat/completions";
    int status = 200;

    @Nullable String userAgent = "curl/8.5.0";

    @Nullable String acceptLanguage;

    @Nullable String tlsFingerprint = "t13d1516h2_8daaf6152771_02713d6af862";

    @Nullable Float tcpRttMillis = 12.5f;

    @Nullable Float requestRttMillis;

    @Nullable String edgeLocation = "FRA";

    @Nullable String endUserId;

    AccessEvent build() {
        return new AccessEvent(
                eventId,
                timestamp,
                organizationId,
                projectId,
                apiKeyId,
                Channel.API,
                sourceIp,
                forwardedFor,
                method,
                path,
                status,
                userAgent,
                acceptLanguage,
                tlsFingerprint,
                tcpRttMillis,
                requestRttMillis,
                edgeLocation,
                endUserId);
    }
}
