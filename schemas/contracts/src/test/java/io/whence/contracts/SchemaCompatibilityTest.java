/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema reads what any release wrote, and is read by any release: FULL_TRANSITIVE. */
class SchemaCompatibilityTest {

    @ParameterizedTest
    @MethodSource("io.whence.contracts.Contracts#released")
    void readsAndIsReadByEveryRelease(Path release) {
        var released = Contracts.parse(release);
        var current = Contracts.current(released.getName());

        assertThat(incompatibilities(current, released))
                .as("%s read as it is now", release)
                .isEmpty();
        assertThat(incompatibilities(released, current))
                .as("what is written now, read by %s", release)
                .isEmpty();
    }

    @Test
    void everyContractWasReleasedAtLeastOnce() {
        var names = Contracts.released().stream()
                .map(file -> Contracts.parse(file).getName())
                .toList();

        assertThat(names)
                .containsAll(Contracts.current().stream().map(Schema::getName).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a renamed field; \"source_ip\"; \"peer_ip\"",
                "a field that is no longer nullable; \"name\":\"project_id\",\"type\":[\"null\",\"string\"],\"default\":null; "
                        + "\"name\":\"project_id\",\"type\":\"string\"",
                "another type; \"name\":\"status\",\"type\":\"int\"; \"name\":\"status\",\"type\":\"string\"",
                "a narrower type; \"name\":\"timestamp\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}; "
                        + "\"name\":\"timestamp\",\"type\":\"int\"",
                "a renamed record; \"AccessEvent\"; \"Access\"",
                "an enum without default that loses a symbol; [\"UNKNOWN\",\"API\",\"CONSOLE\"],\"default\":\"UNKNOWN\"; "
                        + "[\"API\"]",
            },
            delimiter = ';')
    void noticesABreakingChange(String change, String before, String after) {
        var released = Contracts.current("AccessEvent");
        var json = withoutDocs(released);
        assertThat(json).as(change).contains(before);
        var broken = new Schema.Parser().parse(json.replace(before, after));

        assertThat(List.of(incompatibilities(broken, released), incompatibilities(released, broken)))
                .as(change)
                .anySatisfy(found -> assertThat(found).isNotEmpty());
    }

    @Test
    void noticesAFieldAddedWithoutDefault() {
        var released = Contracts.current("AccessEvent");
        var json = withoutDocs(released).replace("\"fields\":[{\"name\":\"event_id\"", """
                "fields":[{"name":"tenant","type":"string"},{"name":"event_id\"""");

        assertThat(incompatibilities(new Schema.Parser().parse(json), released)).hasSize(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "freeze", matches = "\\d+\\.\\d+\\.\\d+")
    void freezes() throws IOException {
        var folder = Files.createDirectories(Contracts.RELEASED.resolve(System.getProperty("freeze")));

        for (var schema : Contracts.current()) {
            Files.writeString(
                    folder.resolve(schema.getName() + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
        }

        assertThat(folder).isNotEmptyDirectory();
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String withoutDocs(Schema schema) {
        return schema.toString().replaceAll(",?\"doc\":\"([^\"\\\\]|\\\\.)*\"", "");
    }
}
