/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.AccessEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads access events of one writer schema, straight from bytes into the domain. Several times faster than Avro's own
 * reader and stricter; the rules of resolution (defaults, promotion, aliases, added fields) are Avro's.
 */
final class AccessEventReader implements BodyReader<AccessEvent> {
    private static final Schema CONTRACT = io.whence.contracts.AccessEvent.getClassSchema();

    private final List<FieldStep> steps;

    private AccessEventReader(List<FieldStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** One field of the writer: what it is to us, and how it is read. */
    private record FieldStep(String name, AccessStep step) {}

    /**
     * Prepares for records of one writer.
     *
     * @throws Malformed when the contract cannot be read from such records
     */
    static AccessEventReader of(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD || !SchemaCompatibility.schemaNameEquals(CONTRACT, writer)) {
            throw new Malformed(
                    UndecodableReason.INCOMPATIBLE_SCHEMA, "written as " + writer.getName() + ", not as AccessEvent");
        }
        var aliased = Schema.applyAliases(writer, CONTRACT);
        requireAll(aliased);
        var steps = new ArrayList<FieldStep>();
        for (var field : aliased.getFields()) {
            steps.add(new FieldStep(field.name(), AccessStep.of(field.schema(), AccessField.named(field.name()))));
        }
        return new AccessEventReader(steps);
    }

    @Override
    public AccessEvent read(byte[] value, int from) {
        var cursor = new AvroCursor(value, from);
        var draft = new AccessEventDraft();
        for (var field : steps) {
            try {
                field.step.take(cursor, draft);
            } catch (Malformed e) {
                throw e.in(field.name);
            }
        }
        if (cursor.remaining() > 0) {
            throw new Malformed(UndecodableReason.TRAILING_BYTES, cursor.remaining() + " bytes after the last field");
        }
        return draft.toEvent();
    }

    private static void requireAll(Schema writer) {
        @Nullable AccessField missing = Stream.of(AccessField.values())
                .filter(field -> field.required() && writer.getField(field.fieldName()) == null)
                .findFirst()
                .orElse(null);
        if (missing != null) {
            throw new Malformed(
                    UndecodableReason.INCOMPATIBLE_SCHEMA, missing.fieldName(), "is not in the writer's schema");
        }
    }
}
