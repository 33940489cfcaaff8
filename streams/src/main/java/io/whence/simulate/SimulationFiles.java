/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import io.whence.wire.AccessEventJson;
import io.whence.wire.Contracts;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The files of a simulation: {@code access-logs.jsonl.gz}, {@code organizations.jsonl}, {@code truth.jsonl} and the
 * folder {@code networks} of lists.
 */
public final class SimulationFiles implements Closeable {

    public static final String LOGS = "access-logs.jsonl.gz";
    public static final String ORGANIZATIONS = "organizations.jsonl";
    public static final String TRUTH = "truth.jsonl";
    public static final String NETWORKS = "networks";

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Writer logs;

    /** Files in a folder, which is made when it is not there. */
    public SimulationFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        var zipped = new GZIPOutputStream(Files.newOutputStream(folder.resolve(LOGS)), BUFFER);
        logs = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8), BUFFER);
    }

    void event(AccessEvent event) throws IOException {
        logs.write(AccessEventJson.write(event));
        logs.write('\n');
    }

    void truth(List<Truth> truths) throws IOException {
        lines(folder.resolve(TRUTH), truths.stream().map(Truth::line).toList());
    }

    void organizations(List<Member> members, LocalDate from) throws IOException {
        lines(
                folder.resolve(ORGANIZATIONS),
                members.stream()
                        .map(member -> Contracts.ORGANIZATION.toJson(profile(member, from)))
                        .toList());
    }

    void lists(Map<String, List<String>> lists) throws IOException {
        Path networks = folder.resolve(NETWORKS);
        Files.createDirectories(networks);
        for (var list : lists.entrySet()) {
            lines(networks.resolve(list.getKey()), list.getValue());
        }
    }

    private static Organization profile(Member member, LocalDate from) {
        return new Organization(
                member.id(),
                "Organization " + member.id().substring(4),
                new Region(member.declared().country()),
                new Region(member.billing().country()),
                from.plusDays(member.firstDay())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusSeconds(member.ageHours() * 3600L),
                member.id() + "@customers.example",
                "en",
                null,
                List.of(),
                List.of());
    }

    private static void lines(Path file, List<String> lines) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }

    @Override
    public void close() throws IOException {
        logs.close();
    }
}
