/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.proof.Keys;
import io.whence.proof.SigningKey;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static CaseEvent event(String organization, long sequence, String previousHash) {
        return event(organization, sequence, previousHash, "WARNING");
    }

    static CaseEvent event(String organization, long sequence, String previousHash, String reason) {
        CaseEvent draft = new CaseEvent(
                "case-1",
                organization,
                "openai-api",
                sequence,
                Instant.parse("2024-06-24T06:00:00Z").plusSeconds(sequence),
                "CLEAR",
                "OBSERVED",
                reason,
                "traffic",
                CaseEvent.SYSTEM,
                null,
                List.of(),
                previousHash,
                "");
        return new CaseEvent(
                draft.caseId(),
                organization,
                draft.policyId(),
                sequence,
                draft.at(),
                draft.from(),
                draft.to(),
                reason,
                draft.cause(),
                draft.actor(),
                null,
                List.of(),
                previousHash,
                draft.expectedHash());
    }

    static List<String> chain(String organization, int length) {
        List<String> lines = new ArrayList<>();
        String previous = CaseEvent.NO_HASH;
        for (int sequence = 1; sequence <= length; sequence++) {
            CaseEvent event = event(organization, sequence, previous);
            lines.add(Contracts.CASE_EVENT.toJson(event));
            previous = event.hash();
        }
        return lines;
    }

    private int verify(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("verify"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    @Test
    void anIntactExportIsSaidToBePlainAndGzip() throws IOException {
        Path plain = Files.write(folder.resolve("a.jsonl"), chain("org-1", 5));
        Path zipped = folder.resolve("b.jsonl.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            gzip.write(String.join("\n", chain("org-2", 4)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(verify(plain, zipped)).isZero();
        assertThat(out.toString().strip()).isEqualTo("2 chains, 9 entries, 0 of them under signed heads: intact");
    }

    @Test
    void everyPlaceOfABrokenExportIsNamed() throws IOException {
        List<String> lines = new ArrayList<>(chain("org-1", 5));
        lines.set(1, lines.get(1).replace("\"to\":\"OBSERVED\"", "\"to\":\"LIFTED\""));
        lines.set(3, lines.get(3).replace("\"at\":\"2024-06-24T06:00:04Z\"", "\"at\":\"yesterday\""));
        Path file = Files.write(folder.resolve("events.jsonl"), lines);

        assertThat(verify(file)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":2: EDITED org-1 / openai-api #2: changed: to",
                        file + ":4: UNREADABLE org-1 / openai-api #4: at is not a moment like 2024-07-09T00:00:00Z",
                        "1 chains, 4 entries, 0 of them under signed heads: BROKEN in 2 places");
    }

    @Test
    void theSameAsJson() throws IOException {
        List<String> lines = chain("org-1", 5);
        Path file = Files.write(folder.resolve("events.jsonl"), List.of(lines.get(0), lines.get(2)));

        assertThat(verify("--json", file)).isEqualTo(1);
        assertThat(out.toString()).contains("\"intact\" : false", "\"kind\" : \"DELETED\"", "\"sequence\" : 2");
    }

    @Test
    void aSignedHeadShowsThatTheEndIsCutOff() throws IOException {
        Keys pair = Keys.newPair();
        Path key = Files.writeString(folder.resolve("heads.pub"), pair.open());
        List<String> lines = chain("org-1", 5);
        CaseHead head = SigningKey.parse(pair.secret()).sign(headOf(lines.get(4)));
        Path heads = Files.writeString(folder.resolve("heads.jsonl"), Contracts.CASE_HEAD.toJson(head) + "\n");
        Path whole = Files.write(folder.resolve("whole.jsonl"), lines);
        Path cut = Files.write(folder.resolve("cut.jsonl"), lines.subList(0, 3));

        assertThat(verify(whole, "--heads", heads, "--key", key)).isZero();
        assertThat(out.toString()).contains("5 entries, 5 of them under signed heads: intact");
        assertThat(verify(cut, "--heads", heads, "--key", key)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        cut + ":3: TRUNCATED org-1 / openai-api #4: entries 4 to 5 signed for and missing at the end");
    }

    @Test
    void aHeadThatTheKeyDidNotSignIsNotBelieved() throws IOException {
        Path key = Files.writeString(folder.resolve("heads.pub"), Keys.newPair().open());
        List<String> lines = chain("org-1", 2);
        CaseHead head = SigningKey.parse(Keys.newPair().secret()).sign(headOf(lines.get(1)));
        Path heads = Files.writeString(folder.resolve("heads.jsonl"), Contracts.CASE_HEAD.toJson(head) + "\n");
        Path file = Files.write(folder.resolve("events.jsonl"), lines);

        assertThat(verify(file, "--heads", heads, "--key", key)).isEqualTo(1);
        assertThat(out.toString())
                .contains(heads + ":1: BAD_SIGNATURE org-1 / openai-api #2")
                .contains("2 entries, 0 of them under signed heads");
        assertThat(verify(file, "--heads", heads)).isEqualTo(2);
        assertThat(verify(file, "--heads", heads, "--key", heads)).isEqualTo(2);
        assertThat(verify(file, "--heads", file, "--key", key)).isEqualTo(2);
    }

    private static CaseHead headOf(String line) {
        return CaseHead.of(((Decoded.Value<CaseEvent>) Contracts.CASE_EVENT.fromJson(line)).value());
    }

    @Test
    void wrongUsageAndFilesThatAreNotThereEndIt() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify(folder.resolve("none.jsonl"))).isEqualTo(1);
        assertThat(err.toString()).contains("none.jsonl");
    }
}
