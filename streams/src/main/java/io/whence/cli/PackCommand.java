/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.cli.PackSource.Line;
import io.whence.domain.cases.Families;
import io.whence.domain.cases.Organization;
import io.whence.http.Json;
import io.whence.proof.Archive;
import io.whence.proof.HeadLine;
import io.whence.proof.Verification;
import io.whence.proof.VerifyingKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence pack}: what a regulator is handed about one organization or one policy. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = {
            "Packs what happened with one organization or under one policy into one archive: a summary, the transitions,"
                    + " notices and orders as they were exported, the policies, the check of the chains, and checksums."
                    + " The same exports give the same bytes.",
            "",
            "With --family, and the profiles, what is about all below the organization is packed with it.",
            "",
            "Exit code: 0 packed, 1 nothing to pack, unreadable, or packed with chains that are broken, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence pack --organization org-jade-river --from result --out org-jade-river.zip",
            "  whence pack --organization group --family --organizations profiles.jsonl --from result --out group.zip",
            "  whence pack --policy openai-api --from result --key case-heads.pub --out openai-api.zip"
        })
final class PackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private About about;

    private static final class About {
        @Option(names = "--organization", paramLabel = "ID", description = "Pack what is about this organization.")
        private @Nullable String organization;

        @Option(names = "--policy", paramLabel = "ID", description = "Pack what happened under this policy.")
        private @Nullable String policy;
    }

    @Option(names = "--family", description = "Pack what is about the organizations that belong to it, too.")
    private boolean family;

    @Mixin
    private OrganizationOptions organizations;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "Folder that a backtest wrote.")
    private Path from;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Public key (PEM) of the heads; without it heads are packed and not believed.")
    private List<Path> keys = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The archive.")
    private Path out;

    @Override
    public Integer call() {
        try {
            PackSource source = new PackSource(from, members(), about.policy);
            Map<String, List<Line>> files = source.lines();
            if (files.entrySet().stream()
                    .allMatch(file -> file.getKey().equals(PackSource.POLICIES)
                            || file.getValue().isEmpty())) {
                spec.commandLine().getErr().println("whence: " + from + " holds nothing about " + aboutInWords());
                return 1;
            }
            Verification verification = verify(files);
            try (OutputStream zip = Files.newOutputStream(out)) {
                archive(files, verification).write(zip);
            }
            var screen = spec.commandLine().getOut();
            VerifyCommand.words(verification).forEach(screen::println);
            screen.println("written to " + out);
            screen.flush();
            return verification.intact() ? 0 : 1;
        } catch (IOException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    /** The organizations it is about; none for all. */
    private Set<String> members() throws IOException {
        if (about.organization == null) {
            return Set.of();
        }
        Set<String> members = new TreeSet<>(Set.of(about.organization));
        if (family) {
            Map<String, String> parents = new TreeMap<>();
            for (Organization profile : organizations.read()) {
                if (profile.parentId() != null) {
                    parents.put(profile.organizationId(), profile.parentId());
                }
            }
            members.addAll(new Families(parents).of(about.organization).members());
        }
        return members;
    }

    private String aboutInWords() {
        String below = family ? " and those that belong to it" : "";
        return about.organization == null ? "policy " + about.policy : "organization " + about.organization + below;
    }

    private Archive archive(Map<String, List<Line>> files, Verification verification) {
        PackSummary summary = new PackSummary(aboutInWords(), files);
        Archive archive = new Archive();
        files.forEach((name, lines) -> {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line.text()).append('\n'));
            archive.put(name, text.toString());
        });
        archive.put("README.txt", summary.words(VerifyCommand.words(verification)));
        archive.put("timeline.csv", summary.timeline());
        Map<String, Object> verified = VerifyCommand.asJson(verification);
        archive.put("verification.json", Json.pretty(verified) + "\n");
        archive.put("summary.json", Json.pretty(summary.asJson(verified)) + "\n");
        return archive;
    }

    /** Checks the lines that are packed, under the names and numbers they have in the archive. */
    private Verification verify(Map<String, List<Line>> files) throws IOException {
        CaseEventFiles events = new CaseEventFiles();
        long number = 0;
        for (Line line : files.getOrDefault(PackSource.EVENTS, List.of())) {
            events.add(PackSource.EVENTS, ++number, line.text());
        }
        List<VerifyingKey> known = new ArrayList<>();
        for (Path key : keys) {
            known.add(KeyFiles.verifyingKey(spec.commandLine(), key));
        }
        List<HeadLine> heads = known.isEmpty() ? List.of() : heads(files.getOrDefault(PackSource.HEADS, List.of()));
        return Verification.of(events.entries(), events.unreadable(), heads, known);
    }

    private List<HeadLine> heads(List<Line> lines) {
        List<HeadLine> heads = new ArrayList<>();
        for (Line line : lines) {
            heads.add(CaseHeadFile.head(spec.commandLine(), PackSource.HEADS, heads.size() + 1L, line.text()));
        }
        return heads;
    }
}
