/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.AccessEvent;
import io.whence.domain.access.Channel;

/** Access events on the wire and in the domain. Records are read faster and stricter by {@link AccessEventReader}. */
final class AccessEvents {
    private AccessEvents() {}

    static AccessEvent toAvro(io.whence.domain.access.AccessEvent event) {
        return new AccessEvent(
                event.eventId(),
                event.timestamp(),
                event.organizationId(),
                event.projectId(),
                event.apiKeyId(),
                io.whence.contracts.Channel.valueOf(event.channel().name()),
                event.sourceIp(),
                event.forwardedFor(),
                event.method(),
                event.path(),
                event.status(),
                event.userAgent(),
                event.acceptLanguage(),
                event.tlsFingerprint(),
                event.tcpRttMillis(),
                event.requestRttMillis(),
                event.edgeLocation(),
                event.endUserId());
    }

    static io.whence.domain.access.AccessEvent fromAvro(AccessEvent event) {
        return new io.whence.domain.access.AccessEvent(
                event.getEventId(),
                event.getTimestamp(),
                event.getOrganizationId(),
                event.getProjectId(),
                event.getApiKeyId(),
                event.getChannel() == io.whence.contracts.Channel.CONSOLE ? Channel.CONSOLE : Channel.API,
                event.getSourceIp(),
                event.getForwardedFor(),
                event.getMethod(),
                event.getPath(),
                event.getStatus(),
                event.getUserAgent(),
                event.getAcceptLanguage(),
                event.getTlsFingerprint(),
                event.getTcpRttMillis(),
                event.getRequestRttMillis(),
                event.getEdgeLocation(),
                event.getEndUserId());
    }
}
