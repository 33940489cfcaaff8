/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.Channel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Moves one value from the Avro form into a draft, or over it. */
@FunctionalInterface
interface AccessStep {

    /**
     * Takes the value at the cursor.
     *
     * @throws Malformed when it is not what the writer's schema says, or cannot be what the contract says
     */
    void take(AvroCursor cursor, AccessEventDraft draft);

    /**
     * The step for values of a writer's schema.
     *
     * @param field what the value is to us, or null when it is nothing
     */
    static AccessStep of(Schema writer, @Nullable AccessField field) {
        if (field == null) {
            return (cursor, draft) -> AvroSkip.over(writer, cursor);
        }
        if (writer.getType() == Schema.Type.UNION) {
            return union(writer, field);
        }
        if (writer.getType() == Schema.Type.NULL) {
            return (cursor, draft) -> {};
        }
        return switch (field.kind()) {
            case IDENTIFIER, TEXT, CHAIN -> text(writer, field);
            case TIMESTAMP -> timestamp(writer);
            case CHANNEL -> channel(writer);
            case STATUS -> status(writer);
            case MILLIS -> millis(writer, field);
        };
    }

    private static AccessStep union(Schema writer, AccessField field) {
        var branches =
                writer.getTypes().stream().map(branch -> of(branch, field)).toArray(AccessStep[]::new);
        return (cursor, draft) -> branches[cursor.readIndex(branches.length)].take(cursor, draft);
    }

    private static AccessStep text(Schema writer, AccessField field) {
        return switch (writer.getType()) {
            case STRING, BYTES ->
                (cursor, draft) -> {
                    int length = cursor.readLength();
                    draft.text(field, field.text(cursor.bytes(), cursor.skip(length), length));
                };
            default -> incompatible(writer);
        };
    }

    /** Avro itself would read microseconds as if they were milliseconds. */
    private static AccessStep timestamp(Schema writer) {
        if (writer.getType() != Schema.Type.LONG && writer.getType() != Schema.Type.INT) {
            return incompatible(writer);
        }
        var instants = instants(writer.getLogicalType());
        return (cursor, draft) -> draft.timestamp(instants.apply(cursor.readLong()));
    }

    private static LongFunction<Instant> instants(@Nullable LogicalType type) {
        if (type instanceof LogicalTypes.TimestampMicros) {
            return micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
        if (type instanceof LogicalTypes.TimestampNanos) {
            return nanos -> Instant.EPOCH.plus(nanos, ChronoUnit.NANOS);
        }
        return Instant::ofEpochMilli;
    }

    private static AccessStep channel(Schema writer) {
        if (writer.getType() != Schema.Type.ENUM) {
            return incompatible(writer);
        }
        var symbols = writer.getEnumSymbols();
        return (cursor, draft) -> draft.channel(
                symbols.get(cursor.readIndex(symbols.size())).equals(Channel.CONSOLE.name())
                        ? Channel.CONSOLE
                        : Channel.API);
    }

    private static AccessStep status(Schema writer) {
        return writer.getType() == Schema.Type.INT
                ? (cursor, draft) -> draft.status(cursor.readInt())
                : incompatible(writer);
    }

    private static AccessStep millis(Schema writer, AccessField field) {
        return switch (writer.getType()) {
            case FLOAT -> (cursor, draft) -> draft.millis(field, cursor.readFloat());
            case INT, LONG -> (cursor, draft) -> draft.millis(field, (float) cursor.readLong());
            default -> incompatible(writer);
        };
    }

    private static AccessStep incompatible(Schema writer) {
        return (cursor, draft) -> {
            throw new Malformed(
                    UndecodableReason.INCOMPATIBLE_SCHEMA,
                    "cannot be read from " + writer.getType().getName());
        };
    }
}
