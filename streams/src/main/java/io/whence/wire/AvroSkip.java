/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import org.apache.avro.Schema;

/** Steps over values nobody here needs, such as fields a newer writer has added. */
final class AvroSkip {
    /** Deeper than any contract; a recursive schema of somebody else must not overflow the stack. */
    private static final int DEEPEST = 64;

    /** Items may take no bytes at all, so that their number needs a bound of its own. */
    private static final int MOST_ITEMS = 1_000_000;

    private final AvroCursor cursor;
    private int items;

    private AvroSkip(AvroCursor cursor) {
        this.cursor = cursor;
    }

    /** Moves the cursor behind a value of that schema. */
    static void over(Schema schema, AvroCursor cursor) {
        new AvroSkip(cursor).skip(schema, 0);
    }

    private void skip(Schema schema, int depth) {
        if (depth > DEEPEST) {
            throw new Malformed(UndecodableReason.MALFORMED_BODY, "nested deeper than " + DEEPEST);
        }
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> cursor.readBoolean();
            case INT, LONG -> cursor.readLong();
            case FLOAT -> cursor.skip(Float.BYTES);
            case DOUBLE -> cursor.skip(Double.BYTES);
            case STRING, BYTES -> cursor.skip(cursor.readLength());
            case FIXED -> cursor.skip(schema.getFixedSize());
            case ENUM -> cursor.readIndex(schema.getEnumSymbols().size());
            case UNION ->
                skip(schema.getTypes().get(cursor.readIndex(schema.getTypes().size())), depth + 1);
            case RECORD -> schema.getFields().forEach(field -> skip(field.schema(), depth + 1));
            case ARRAY -> skipBlocks(schema.getElementType(), false, depth);
            case MAP -> skipBlocks(schema.getValueType(), true, depth);
        }
    }

    private void skipBlocks(Schema item, boolean keyed, int depth) {
        for (long count = cursor.readLong(); count != 0; count = cursor.readLong()) {
            if (count < 0) {
                cursor.skip(cursor.readLong());
                continue;
            }
            skipItems(count, item, keyed, depth);
        }
    }

    private void skipItems(long count, Schema item, boolean keyed, int depth) {
        for (long index = 0; index < count; index++) {
            if (++items > MOST_ITEMS) {
                throw new Malformed(UndecodableReason.MALFORMED_BODY, "more than " + MOST_ITEMS + " items");
            }
            if (keyed) {
                cursor.skip(cursor.readLength());
            }
            skip(item, depth + 1);
        }
    }
}
