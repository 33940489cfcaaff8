/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.access.DeadLetter;
import io.whence.domain.access.Rejection;
import io.whence.domain.tally.Ledger;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads records of the access logs; what cannot be read or believed becomes a dead letter with its cause. */
final class AccessProcessor implements Processor<byte[], byte[], String, AccessOutcome> {

    private final RecordDecoder<AccessEvent> decoder;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, AccessOutcome> context;

    @SuppressWarnings("NullAway.Init")
    private LedgerBook ledger;

    AccessProcessor(RecordDecoder<AccessEvent> decoder) {
        this.decoder = decoder;
    }

    @Override
    public void init(ProcessorContext<String, AccessOutcome> given) {
        context = given;
        ledger = new LedgerBook(Buffer.of(context, Stores.LEDGER));
    }

    @Override
    public void process(Record<byte[], byte[]> logged) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        ledger.consume(where.partition());
        Decoded<AccessEvent> decoded = decoder.decode(logged.value());
        if (decoded instanceof Decoded.Undecodable<AccessEvent> undecodable) {
            bury(logged, where, undecodable.reason().name(), undecodable.field(), undecodable.message());
            return;
        }
        AccessEvent event = ((Decoded.Value<AccessEvent>) decoded).value();
        Optional<Rejection> rejection = AccessRules.check(event, Instant.ofEpochMilli(logged.timestamp()));
        if (rejection.isPresent()) {
            Rejection why = rejection.get();
            bury(logged, where, why.reason().name(), why.field(), why.message());
        } else if (!keyed(logged.key(), event.organizationId())) {
            bury(
                    logged,
                    where,
                    "KEY_MISMATCH",
                    "organization_id",
                    "The record's key is not its organization_id; produce access events keyed by organization_id.");
        } else {
            context.forward(logged.withKey(event.organizationId()).withValue(AccessOutcome.of(event)));
        }
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

    private void bury(
            Record<byte[], byte[]> logged,
            RecordMetadata where,
            String reason,
            @Nullable String field,
            String message) {
        ledger.enter(where.partition(), Ledger.Entry.DEAD_LETTERED);
        DeadLetter deadLetter = new DeadLetter(
                reason,
                field,
                message,
                where.topic(),
                where.partition(),
                where.offset(),
                Instant.ofEpochMilli(logged.timestamp()),
                logged.key(),
                logged.value());
        String key = logged.key() == null ? "" : new String(logged.key(), StandardCharsets.UTF_8);
        context.forward(logged.withKey(key).withValue(AccessOutcome.of(deadLetter)));
    }
}
