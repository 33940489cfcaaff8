/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Schemas that a contract can be read from, and records of them, made up from a seed. */
final class RandomWriters {
    private RandomWriters() {}

    /** The contract as another writer may have it: reordered, optional fields left out, unknown ones added. */
    static Schema like(Schema contract, Random random) {
        var fields = new ArrayList<Schema.Field>();
        for (var field : contract.getFields()) {
            if (!field.hasDefaultValue() || random.nextInt(4) > 0) {
                fields.add(new Schema.Field(field.name(), variant(field, random)));
            }
        }
        for (int extra = random.nextInt(3); extra > 0; extra--) {
            fields.add(new Schema.Field("extra_" + extra, type(random, "Extra" + extra, 0)));
        }
        Collections.shuffle(fields, random);
        return Schema.createRecord(contract.getName(), "", contract.getNamespace(), false, fields);
    }

    private static Schema variant(Schema.Field field, Random random) {
        var type = field.schema();
        if (type.getType() == Schema.Type.STRING && random.nextInt(4) == 0) {
            return Schema.create(Schema.Type.BYTES);
        }
        if (type.getType() == Schema.Type.LONG && random.nextInt(4) == 0) {
            return Schema.create(Schema.Type.INT);
        }
        if (type.isUnion() && random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? type.getTypes().get(1)
                    : Schema.createUnion(type.getTypes().get(1), type.getTypes().get(0));
        }
        return type;
    }

    private static Schema type(Random random, String name, int depth) {
        return switch (random.nextInt(depth < 3 ? 9 : 6)) {
            case 0 -> Schema.create(Schema.Type.STRING);
            case 1 -> Schema.create(Schema.Type.LONG);
            case 2 -> Schema.create(Schema.Type.DOUBLE);
            case 3 -> Schema.create(Schema.Type.BOOLEAN);
            case 4 -> Schema.createFixed(name, null, null, random.nextInt(9));
            case 5 -> Schema.createEnum(name, null, null, List.of("A", "B", "C"));
            case 6 -> Schema.createArray(type(random, name + "I", depth + 1));
            case 7 -> Schema.createMap(type(random, name + "V", depth + 1));
            default ->
                Schema.createRecord(
                        name,
                        null,
                        null,
                        false,
                        List.of(
                                new Schema.Field("a", type(random, name + "A", depth + 1)),
                                new Schema.Field("b", type(random, name + "B", depth + 1))));
        };
    }

    static GenericRecord record(Schema schema, Random random) {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema(), random)));
        return record;
    }

    private static Object value(Schema schema, Random random) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt();
            case LONG -> random.nextLong() >> random.nextInt(64);
            case FLOAT -> random.nextFloat() * 1_000;
            case DOUBLE -> random.nextDouble();
            case STRING -> text(random);
            case BYTES -> java.nio.ByteBuffer.wrap(text(random).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case UNION -> value(schema.getTypes().get(random.nextInt(2)), random);
            case ARRAY -> List.of(value(schema.getElementType(), random), value(schema.getElementType(), random));
            case MAP -> java.util.Map.of("k", value(schema.getValueType(), random));
            case RECORD -> record(schema, random);
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), ' ', 0x2fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
