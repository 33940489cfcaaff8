/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.proof.CsvRow;
import io.whence.proof.Keys;
import io.whence.proof.SigningKey;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PackCommandTest {

    private static final String HOSTILE = "=HYPERLINK(\"../../etc\")/\u202e";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path from;

    @BeforeEach
    void export() throws IOException {
        from = Files.createDirectory(folder.resolve("result"));
        List<String> events = new ArrayList<>(VerifyCommandTest.chain("org-1", 3));
        events.addAll(VerifyCommandTest.chain(HOSTILE, 2));
        Files.write(from.resolve("case-events.jsonl"), events);
        Files.write(from.resolve("notices.jsonl"), List.of(notice("org-1", "n1"), notice("org-2", "n2")));
        Files.write(
                from.resolve("decisions.jsonl"),
                List.of(
                        "{\"organization_id\":\"org-1\",\"policy_id\":\"openai-api\",\"order\":\"REFUSE\",\"mode\":\"SHADOW\"}"));
        Files.write(from.resolve("policies.jsonl"), List.of("{\"policy_id\":\"openai-api\",\"versions\":[]}"));
    }

    private static String notice(String organization, String id) {
        return "{\"notice_id\":\"" + id + "\",\"organization_id\":\"" + organization
                + "\",\"policy_id\":\"openai-api\",\"policy_version\":1,\"kind\":\"WARNING\",\"mode\":\"SHADOW\","
                + "\"geolocation_builds\":[{\"source\":\"City\",\"built_at\":\"2024-06-18T00:00:00Z\",\"sha256\":\"ab\"}]}";
    }

    private int pack(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("pack", "--from", from.toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private static Map<String, String> unpacked(Path archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void onePackHoldsWhatIsAboutOneOrganizationAndNothingElse() throws IOException {
        Path archive = folder.resolve("org-1.zip");

        assertThat(pack("--organization", "org-1", "--out", archive)).isZero();

        Map<String, String> files = unpacked(archive);
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "SHA256SUMS",
                        "case-events.jsonl",
                        "case-heads.jsonl",
                        "decisions.jsonl",
                        "notices.jsonl",
                        "policies.jsonl",
                        "summary.json",
                        "timeline.csv",
                        "verification.json");
        assertThat(files.get("case-events.jsonl").lines())
                .containsExactlyElementsOf(VerifyCommandTest.chain("org-1", 3));
        assertThat(files.get("notices.jsonl").lines()).containsExactly(notice("org-1", "n1"));
        assertThat(files.get("README.txt"))
                .contains("organization org-1", "2024-06-24T06:00:01Z to 2024-06-24T06:00:03Z")
                .contains("Notices        {WARNING SHADOW=1}", "Orders         {REFUSE SHADOW=1}", ": intact");
        assertThat(files.get("summary.json"))
                .contains("\"WARNING\" : 3", "City 2024-06-18T00:00:00Z ab", "\"openai-api 1\" : 1");
        assertThat(files.get("timeline.csv").lines()).hasSize(4);
    }

    @Test
    void theFamilyOfAnOrganizationIsPackedWithIt() throws IOException {
        Path profiles = folder.resolve("profiles.jsonl");
        Files.writeString(profiles, "{\"organization_id\":\"org-2\",\"parent\":\"org-1\"}\n");
        Path archive = folder.resolve("group.zip");

        assertThat(pack("--organization", "org-1", "--family", "--organizations", profiles, "--out", archive))
                .isZero();

        Map<String, String> files = unpacked(archive);
        assertThat(files.get("notices.jsonl").lines()).containsExactly(notice("org-1", "n1"), notice("org-2", "n2"));
        assertThat(files.get("README.txt")).contains("organization org-1 and those that belong to it");
    }

    @Test
    void theChecksumsAreThoseOfTheFiles() throws Exception {
        Path archive = folder.resolve("org-1.zip");
        pack("--policy", "openai-api", "--out", archive);

        Map<String, String> files = unpacked(archive);
        List<String> sums = files.remove("SHA256SUMS").lines().toList();

        assertThat(sums).hasSameSizeAs(files.keySet());
        for (String sum : sums) {
            String[] parts = sum.split("  ", 2);
            byte[] content = files.get(parts[1]).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(parts[0]).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        Path one = folder.resolve("one.zip");
        Path other = folder.resolve("other.zip");
        pack("--policy", "openai-api", "--out", one);
        pack("--policy", "openai-api", "--out", other);

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void aHostileNameIsNoFormulaNoPathAndTurnsNoLineAround() throws IOException {
        Path archive = folder.resolve("hostile.zip");

        assertThat(pack("--organization", HOSTILE, "--out", archive)).isZero();

        Map<String, String> files = unpacked(archive);
        assertThat(files.keySet()).noneMatch(name -> name.contains("/") || name.contains(".."));
        assertThat(files.get("timeline.csv")).contains(",\"'=HYPERLINK(\"\"../../etc\"\")");
        assertThat(files.get("README.txt")).doesNotContain("\u202e");
        assertThat(CsvRow.of(List.of("-1", "@x", "a\"b", "", "plain")))
                .isEqualTo("\"'-1\",\"'@x\",\"a\"\"b\",\"\",\"plain\"");
    }

    @Test
    void aBrokenChainIsPackedAndSaidToBeBroken() throws IOException {
        List<String> events = VerifyCommandTest.chain("org-1", 3);
        Files.write(from.resolve("case-events.jsonl"), List.of(events.get(0), events.get(2)));
        Path archive = folder.resolve("org-1.zip");

        assertThat(pack("--organization", "org-1", "--out", archive)).isEqualTo(1);
        assertThat(unpacked(archive).get("README.txt")).contains("DELETED org-1 / openai-api #2");
    }

    @Test
    void headsArePackedAndBelievedWhenTheKeySignedThem() throws IOException {
        Keys pair = Keys.newPair();
        String last = VerifyCommandTest.chain("org-1", 3).get(2);
        CaseHead head = CaseHead.of(((Decoded.Value<CaseEvent>) Contracts.CASE_EVENT.fromJson(last)).value());
        Files.write(
                from.resolve("case-heads.jsonl"),
                List.of(Contracts.CASE_HEAD.toJson(
                        SigningKey.parse(pair.secret()).sign(head))));
        Path key = Files.writeString(folder.resolve("heads.pub"), pair.open());

        assertThat(pack("--organization", "org-1", "--key", key, "--out", folder.resolve("x.zip")))
                .isZero();
        assertThat(out.toString()).contains("3 entries, 3 of them under signed heads: intact");
    }

    @Test
    void nothingAboutAnybodyIsNotPacked() {
        Path archive = folder.resolve("none.zip");

        assertThat(pack("--organization", "org-none", "--out", archive)).isEqualTo(1);
        assertThat(archive).doesNotExist();
        assertThat(err.toString()).contains("holds nothing about organization org-none");
        assertThat(pack("--out", archive)).isEqualTo(2);
        assertThat(pack("--organization", "a", "--policy", "b", "--out", archive))
                .isEqualTo(2);
    }
}
