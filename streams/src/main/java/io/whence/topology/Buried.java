/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record of the access logs that cannot be read or believed.
 *
 * @param deadLetter the record and the cause
 */
record Buried(DeadLetter deadLetter) implements AccessOutcome, TallyEvent {

    /** A letter about a record as it was read, and about the field at fault, if it is one. */
    static DeadLetter letter(
            Record<byte[], byte[]> read, RecordMetadata where, String reason, @Nullable String field, String message) {
        return new DeadLetter(
                reason,
                field,
                message,
                where.topic(),
                where.partition(),
                where.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                read.key(),
                read.value());
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return List.of(deadLetter);
    }
}
