/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int export(String... arguments) {
        List<String> words = new ArrayList<>(List.of("export"));
        words.addAll(List.of(arguments));
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private void exported() throws IOException {
        List<String> events = new ArrayList<>(VerifyCommandTest.chain("org-1", 3));
        events.addAll(VerifyCommandTest.chain("org-2", 2));
        Files.write(folder.resolve("case-events.jsonl"), events);
        Files.createFile(folder.resolve("notices.jsonl"));
    }

    @Test
    void writesALineForEachTransitionAndTheSameEachTime() throws IOException {
        exported();
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");

        assertThat(export("--ocsf", "--from", folder.toString(), "--out", first.toString()))
                .isZero();
        assertThat(export("--ocsf", "--from", folder.toString(), "--out", second.toString()))
                .isZero();

        assertThat(out.toString()).contains("5 events written to " + first);
        assertThat(second).hasSameBinaryContentAs(first);
        for (String line : Files.readAllLines(first)) {
            JsonNode finding = new ObjectMapper().readTree(line);
            assertThat(finding.at("/class_uid").asInt()).isEqualTo(2003);
        }
    }

    @Test
    void exportsOneOrganizationToStandardOutput() throws IOException {
        exported();

        assertThat(export("--ocsf", "--from", folder.toString(), "--organization", "org-2"))
                .isZero();

        assertThat(out.toString().lines().toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"uid\":\"org-2\""));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(export("--from", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--ocsf");
        assertThat(export("--ocsf", "--from", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("case-events.jsonl is not there");
    }
}
