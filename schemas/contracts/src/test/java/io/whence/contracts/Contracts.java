/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas as they are, and as they were released. */
final class Contracts {

    static final Path RELEASED = Path.of("src", "main", "avro-released");

    private static final String JAVA_STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";

    private Contracts() {}

    /** What is registered for each topic, one schema per topic. */
    static List<Schema> current() {
        return Stream.of(
                        AccessEvent.getClassSchema(),
                        Assessment.getClassSchema(),
                        CaseEvent.getClassSchema(),
                        CaseHead.getClassSchema(),
                        Control.getClassSchema(),
                        DeadLetter.getClassSchema(),
                        DeliveryOutcome.getClassSchema(),
                        EnforcementDecision.getClassSchema(),
                        Notice.getClassSchema(),
                        OfficerAction.getClassSchema(),
                        Organization.getClassSchema(),
                        RegionPolicy.getClassSchema(),
                        RegionalTraffic.getClassSchema())
                .map(Contracts::withoutJava)
                .toList();
    }

    static Schema current(String name) {
        return current().stream()
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was released and is gone"));
    }

    /** The frozen files of all releases. */
    static List<Path> released() {
        return filesUnder(RELEASED, Files::isRegularFile);
    }

    static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    /** What others see of a schema: the generated classes carry a hint for Java in every string. */
    private static Schema withoutJava(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(JAVA_STRING, "\"string\""));
    }

    private static List<Path> filesUnder(Path folder, Predicate<Path> wanted) {
        try (var files = Files.walk(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be read", e);
        }
    }
}
