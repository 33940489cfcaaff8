/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.SuppressForbidden;
import io.whence.app.CaseTopics;
import io.whence.proof.OcsfFindings;
import io.whence.wire.Contracts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence export}: what happened in cases, in a form that others read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes each transition of each case as a line of JSON: with --ocsf an event of the class Compliance Finding"
                    + " (2003) of OCSF " + OcsfFindings.VERSION
                    + ", created, updated and closed under the id of the case."
                    + " The same case events and notices give the same bytes. Everything is held in memory.",
            "",
            "Exit code: 0 written, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence export --ocsf --from result --out findings.jsonl",
            "  whence export --ocsf --brokers localhost:9092 --organization org-jade-river",
            "  whence export --records result --brokers localhost:9092"
        })
final class ExportCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Form form;

    private static final class Form {
        @Option(names = "--ocsf", required = true, description = "Compliance Findings.")
        private boolean ocsf;

        @Option(names = "--records", paramLabel = "DIR", required = true, description = "The records themselves.")
        private @Nullable Path records;
    }

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder with notices.jsonl and case-events.jsonl, as a backtest writes them. Without it, the"
                    + " topics are read.")
    private @Nullable Path from;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--organization", paramLabel = "ID", description = "Only what is about this organization.")
    private @Nullable String organization;

    @Option(names = "--policy", paramLabel = "ID", description = "Only what happened under this policy.")
    private @Nullable String policy;

    @Option(names = "--out", paramLabel = "FILE", description = "The file; standard output without it.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        try {
            if (form.ocsf) {
                write(from == null ? ofTopics() : ofFiles(from));
            } else {
                writeRecords(Objects.requireNonNull(form.records));
            }
            return 0;
        } catch (IOException | KafkaException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    private List<Map<String, Object>> ofFiles(Path folder) throws IOException {
        Path file = folder.resolve(PackSource.EVENTS);
        if (Files.notExists(file)) {
            throw new ParameterException(spec.commandLine(), "--from: " + file + " is not there");
        }
        return OcsfFindings.of(
                JsonLines.read(spec.commandLine(), "--from", file, Contracts.CASE_EVENT).stream()
                        .filter(event -> concerns(event.organizationId(), event.policyId()))
                        .toList(),
                JsonLines.read(spec.commandLine(), "--from", folder.resolve(PackSource.NOTICES), Contracts.NOTICE));
    }

    private List<Map<String, Object>> ofTopics() {
        RecordFolder read = read();
        return OcsfFindings.of(read.events(), read.notices());
    }

    private void writeRecords(Path folder) throws IOException {
        if (from != null || out != null) {
            throw new ParameterException(spec.commandLine(), "--records reads the topics and takes no --from or --out");
        }
        RecordFolder read = read();
        read.write(folder);
        PrintWriter screen = spec.commandLine().getOut();
        screen.println(
                read.events().size() + " case events and " + read.notices().size() + " notices written to " + folder);
        screen.flush();
    }

    @SuppressForbidden("how long to wait for a registry is a matter of the clock on the wall")
    private RecordFolder read() {
        return CaseTopics.with(
                cluster.config(), Clock.systemUTC(), topics -> RecordFolder.read(topics, this::concerns));
    }

    private boolean concerns(String organizationId, String policyId) {
        return (organization == null || organization.equals(organizationId))
                && (policy == null || policy.equals(policyId));
    }

    private void write(List<Map<String, Object>> findings) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        if (out == null) {
            for (Map<String, Object> finding : findings) {
                screen.println(JSON.writeValueAsString(finding));
            }
        } else {
            try (BufferedWriter file = Files.newBufferedWriter(out)) {
                for (Map<String, Object> finding : findings) {
                    file.write(JSON.writeValueAsString(finding) + "\n");
                }
            }
            screen.println(findings.size() + " events written to " + out);
        }
        screen.flush();
    }
}
