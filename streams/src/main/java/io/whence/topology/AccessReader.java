/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.access.ClientAddress;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.Rejection;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.origin.OriginLocator;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the access logs: who asked, from which address, and where that is. What cannot be read or believed
 * becomes a dead letter with its cause.
 *
 * @param decoder of the records
 * @param proxies whose forwarding headers are believed
 * @param locator says where an address is
 */
record AccessReader(RecordDecoder<AccessEvent> decoder, TrustedProxies proxies, OriginLocator locator) {

    AccessOutcome read(Record<byte[], byte[]> logged, RecordMetadata where) {
        Decoded<AccessEvent> decoded = decoder.decode(logged.value());
        if (decoded instanceof Decoded.Undecodable<AccessEvent> undecodable) {
            return bury(logged, where, undecodable.reason().name(), undecodable.field(), undecodable.message());
        }
        AccessEvent event = ((Decoded.Value<AccessEvent>) decoded).value();
        Optional<Rejection> rejection = AccessRules.check(event, Instant.ofEpochMilli(logged.timestamp()));
        if (rejection.isPresent()) {
            Rejection why = rejection.get();
            return bury(logged, where, why.reason().name(), why.field(), why.message());
        }
        if (!keyed(logged.key(), event.organizationId())) {
            return bury(
                    logged,
                    where,
                    "KEY_MISMATCH",
                    "organization_id",
                    "The record's key is not its organization_id; produce access events keyed by organization_id.");
        }
        return locate(event);
    }

    /** By then an organization id is known to be ASCII. */
    private static boolean keyed(byte @Nullable [] key, String organizationId) {
        if (key == null || key.length != organizationId.length()) {
            return false;
        }
        for (int at = 0; at < key.length; at++) {
            if (key[at] != organizationId.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static Buried bury(
            Record<byte[], byte[]> logged,
            RecordMetadata where,
            String reason,
            @Nullable String field,
            String message) {
        return new Buried(Buried.letter(logged, where, reason, field, message));
    }

    private LocatedRequest locate(AccessEvent event) {
        ClientAddress client = proxies.client(event.sourceIp(), event.forwardedFor());
        IpAddress claimed = client.claimed(event.forwardedFor());
        return new LocatedRequest(
                event,
                client,
                locator.originOf(client),
                claimed == null ? null : locator.locate(claimed).region());
    }
}
