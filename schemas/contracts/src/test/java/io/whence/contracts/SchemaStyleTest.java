/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema says what it means and leaves room to grow. */
class SchemaStyleTest {

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void everythingIsDocumented(Schema contract) {
        namedTypes(contract)
                .values()
                .forEach(
                        type -> assertThat(type.getDoc()).as(type.getFullName()).isNotBlank());
        fields(contract)
                .forEach((name, field) -> assertThat(field.doc()).as(name).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void namesAreSnakeCaseAndInOneNamespace(Schema contract) {
        assertThat(namedTypes(contract).values())
                .allSatisfy(type -> assertThat(type.getNamespace()).isEqualTo("io.whence.contracts"));
        fields(contract).forEach((name, field) -> assertThat(field.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void momentsAndDaysAreLogicalTypes(Schema contract) {
        fields(contract).forEach((name, field) -> {
            if (field.name().matches("at|timestamp|.*_(at|seen|start|end)")) {
                assertThat(value(field).getLogicalType()).as(name).isNotNull();
                assertThat(value(field).getLogicalType().getName()).as(name).isEqualTo("timestamp-millis");
            }
            if (field.name().equals("day")) {
                assertThat(value(field).getLogicalType()).as(name).isNotNull();
                assertThat(value(field).getLogicalType().getName()).as(name).isEqualTo("date");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void whatMayBeMissingIsNullFirstWithDefaultNull(Schema contract) {
        fields(contract).forEach((name, field) -> {
            if (field.schema().isUnion()) {
                assertThat(field.schema().getTypes()).as(name).hasSize(2);
                assertThat(field.schema().getTypes().get(0).getType()).as(name).isEqualTo(Type.NULL);
                assertThat(field.defaultVal()).as(name).isEqualTo(JsonProperties.NULL_VALUE);
                assertThat(field.doc()).as(name).contains("null ");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void enumsFallBackToUnknown(Schema contract) {
        assertThat(namedTypes(contract).values())
                .filteredOn(type -> type.getType() == Type.ENUM)
                .allSatisfy(type -> {
                    assertThat(type.getEnumSymbols()).startsWith("UNKNOWN").doesNotHaveDuplicates();
                    assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
                });
    }

    /** A recursive schema lets 20 kB of input overflow the stack of a decoder. */
    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#current")
    void nothingIsRecursive(Schema contract) {
        assertThat(cycles(contract, List.of())).isEmpty();
    }

    private static List<String> cycles(Schema schema, List<String> path) {
        switch (schema.getType()) {
            case UNION:
                return schema.getTypes().stream()
                        .flatMap(type -> cycles(type, path).stream())
                        .toList();
            case ARRAY:
                return cycles(schema.getElementType(), path);
            case MAP:
                return cycles(schema.getValueType(), path);
            case RECORD:
                if (path.contains(schema.getFullName())) {
                    return List.of(schema.getFullName());
                }
                var longer = new ArrayList<>(path);
                longer.add(schema.getFullName());
                return schema.getFields().stream()
                        .flatMap(field -> cycles(field.schema(), longer).stream())
                        .toList();
            default:
                return List.of();
        }
    }

    private static Map<String, Schema.Field> fields(Schema contract) {
        var fields = new LinkedHashMap<String, Schema.Field>();
        namedTypes(contract).values().stream()
                .filter(type -> type.getType() == Type.RECORD)
                .forEach(type ->
                        type.getFields().forEach(field -> fields.put(type.getName() + "." + field.name(), field)));
        assertThat(fields).as("fields of " + contract.getName()).isNotEmpty();
        return fields;
    }

    private static Map<String, Schema> namedTypes(Schema contract) {
        var types = new LinkedHashMap<String, Schema>();
        collect(contract, types);
        return types;
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> collect(type, types));
            case ARRAY -> collect(schema.getElementType(), types);
            case MAP -> collect(schema.getValueType(), types);
            case ENUM, FIXED -> types.put(schema.getFullName(), schema);
            case RECORD -> {
                if (types.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            default -> {}
        }
    }

    private static Schema value(Schema.Field field) {
        return field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    }
}
