/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an API access log, as a provider's gateway wrote it; nothing in it is believed yet.
 *
 * @param eventId unique within the organization; two events with the same id are one event
 * @param timestamp when the gateway received the request
 * @param organizationId the customer the provider authenticated
 * @param projectId the organization's project, or null
 * @param apiKeyId the identifier of the API key, never the secret, or null
 * @param channel API request or console log-in
 * @param sourceIp TCP peer as the edge saw it, in text
 * @param forwardedFor the raw forwarding header ({@code X-Forwarded-For} or {@code Forwarded}), several header lines
 *     joined by comma, or null
 * @param method HTTP method
 * @param path request path without the query
 * @param status HTTP status the gateway answered with
 * @param userAgent the {@code User-Agent} header, or null
 * @param acceptLanguage the {@code Accept-Language} header, or null; never evidence
 * @param tlsFingerprint JA4 fingerprint of the client's TLS library, or null
 * @param tcpRttMillis round trip time of the TCP handshake in milliseconds, or null
 * @param requestRttMillis round trip time seen by the application in milliseconds, or null
 * @param edgeLocation IATA code of the edge that received the request, or null
 * @param endUserId the organization's own opaque id of its end user, or null
 */
public record AccessEvent(
        String eventId,
        Instant timestamp,
        String organizationId,
        @Nullable String projectId,
        @Nullable String apiKeyId,
        Channel channel,
        String sourceIp,
        @Nullable String forwardedFor,
        String method,
        String path,
        int status,
        @Nullable String userAgent,
        @Nullable String acceptLanguage,
        @Nullable String tlsFingerprint,
        @Nullable Float tcpRttMillis,
        @Nullable Float requestRttMillis,
        @Nullable String edgeLocation,
        @Nullable String endUserId) {

    public AccessEvent {
        Objects.requireNonNull(eventId, "event_id");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(organizationId, "organization_id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(sourceIp, "source_ip");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
    }

    /** Whether the gateway refused the caller's credentials (401, 403): such a request is never evidence. */
    public boolean refused() {
        return status == 401 || status == 403;
    }
}
