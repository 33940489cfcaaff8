/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Makes contracts from their JSON form, and says of what it refuses in which field it was and what belongs there. */
final class ContractFromJson {
    private ContractFromJson() {}

    static IndexedRecord record(JsonNode node, Schema schema) {
        if (!node.isObject()) {
            throw wrong("a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null) {
                throw new Malformed(UndecodableReason.INVALID_VALUE, name, "is no field of " + schema.getName());
            }
        });
        var contract = (IndexedRecord) SpecificData.newInstance(AvroModel.DATA.getClass(schema), schema);
        for (var field : schema.getFields()) {
            try {
                contract.put(field.pos(), fieldValue(node.get(field.name()), field));
            } catch (Malformed e) {
                throw e.in(field.name());
            }
        }
        return contract;
    }

    private static @Nullable Object fieldValue(@Nullable JsonNode node, Schema.Field field) {
        if (node != null) {
            return value(node, field.schema());
        }
        if (!field.hasDefaultValue()) {
            throw new Malformed(UndecodableReason.MISSING_FIELD, "is missing");
        }
        return AvroModel.DATA.deepCopy(field.schema(), AvroModel.DATA.getDefaultValue(field));
    }

    private static @Nullable Object value(JsonNode node, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() ? null : value(node, schema.getTypes().get(1));
            case RECORD -> record(node, schema);
            case ARRAY -> items(node, schema.getElementType());
            case ENUM -> symbol(node, schema);
            case STRING -> text(node, "text");
            case BYTES -> bytes(node);
            case BOOLEAN -> require(node.isBoolean(), "true or false", node.booleanValue());
            case DOUBLE -> require(node.isNumber(), "a number", node.doubleValue());
            case FLOAT -> require(node.isNumber(), "a number", node.floatValue());
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date
                        ? day(node)
                        : (Object) require(node.isInt(), "a whole number", node.intValue());
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? moment(node)
                        : (Object) require(
                                node.isIntegralNumber() && node.canConvertToLong(), "a whole number", node.longValue());
            default -> throw new IllegalStateException("no contract has a " + schema.getType());
        };
    }

    private static List<@Nullable Object> items(JsonNode node, Schema item) {
        require(node.isArray(), "a list", node);
        var items = new ArrayList<@Nullable Object>();
        node.forEach(element -> items.add(value(element, item)));
        return items;
    }

    private static Object symbol(JsonNode node, Schema schema) {
        var symbol = text(node, "one of " + schema.getEnumSymbols());
        if (!schema.hasEnumSymbol(symbol)) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, "is none of " + schema.getEnumSymbols());
        }
        return AvroModel.DATA.createEnum(symbol, schema);
    }

    private static ByteBuffer bytes(JsonNode node) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text(node, "bytes in Base64")));
        } catch (IllegalArgumentException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, "is not Base64");
        }
    }

    private static Instant moment(JsonNode node) {
        try {
            return Instant.parse(text(node, "a moment like 2024-07-09T00:00:00Z"));
        } catch (DateTimeException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, "is not a moment like 2024-07-09T00:00:00Z");
        }
    }

    private static LocalDate day(JsonNode node) {
        try {
            return LocalDate.parse(text(node, "a day like 2024-07-09"));
        } catch (DateTimeException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, "is not a day like 2024-07-09");
        }
    }

    private static String text(JsonNode node, String expected) {
        return require(node.isTextual(), expected, node.textValue());
    }

    private static <T> T require(boolean holds, String expected, T value) {
        if (!holds) {
            throw wrong(expected);
        }
        return value;
    }

    private static Malformed wrong(String expected) {
        return new Malformed(UndecodableReason.WRONG_TYPE, "is not " + expected);
    }
}
