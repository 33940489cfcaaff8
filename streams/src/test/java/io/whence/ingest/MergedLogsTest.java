/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.ingest.format.OrganizationSource;
import io.whence.ingest.format.Unreadable;
import io.whence.ingest.format.UnreadableReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedLogsTest {
    private static final String COMBINED =
            "203.0.113.7 - org-a [01/Jul/2024:08:00:%02d +0000] \"GET /v1/models HTTP/1.1\" 200 5 \"-\" \"curl/8\"";
    private static final OrganizationSource USER = OrganizationSource.parse("field:remote_user");

    @TempDir
    Path folder;

    private final List<Unreadable> unreadable = new ArrayList<>();

    @Test
    void putsTheEventsOfSeveralLogsInTheOrderOfTheirTimes() throws IOException {
        var first = log("first", Logs.line("a", 1), Logs.line("c", 3), Logs.line("d", 4));
        var second = log("second", Logs.line("b", 2), Logs.line("e", 4), Logs.line("f", 9));
        assertThat(ids(Logs.JSONL, first, second)).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void givesEveryEventOnceAndInOrderWhenLogsAreOutOfOrderByLessThanItLooksAhead() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            List<LogSource> logs = new ArrayList<>();
            int total = 0;
            for (int log = 0; log < 1 + random.nextInt(5); log++) {
                int lines = random.nextInt(1500);
                total += lines;
                logs.add(log(seed + "-" + log, shuffledALittle(log, lines, random)));
            }
            var events = Logs.all(MergedLogs.open(logs, Logs.JSONL, unreadable::add));
            assertThat(events).as("seed %d", seed).hasSize(total);
            assertThat(events)
                    .as("seed %d", seed)
                    .isSortedAccordingTo(
                            Comparator.comparing(logged -> logged.event().timestamp()));
            assertThat(new HashSet<>(
                            events.stream().map(e -> e.event().eventId()).toList()))
                    .as("seed %d", seed)
                    .hasSize(total);
        }
    }

    @Test
    void isNotHeldBackByAFewLinesFromTheFuture() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(Logs.line("future-" + i, 1_000_000));
        }
        for (int i = 0; i < 1000; i++) {
            lines.add(Logs.line("now-" + i, i));
        }
        var ids = ids(Logs.JSONL, log("a", lines.toArray(String[]::new)), log("b", Logs.line("other", 500)));
        assertThat(ids.indexOf("other")).isEqualTo(501);
        assertThat(ids.subList(1001, 1101)).allMatch(id -> id.startsWith("future"));
    }

    @Test
    void readsPlainGzipAndStandardInputTogether() throws IOException {
        var plain = log("plain.log", Logs.line("a", 1));
        var packed = folder.resolve("packed.log.gz");
        Files.write(packed, Logs.gzip((Logs.line("b", 2) + "\n").getBytes(StandardCharsets.UTF_8)));
        var piped = Logs.pipe(Logs.gzip((Logs.line("c", 3) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(ids(Logs.JSONL, plain, new LogSource.LogFile(packed), piped)).containsExactly("a", "b", "c");
    }

    @Test
    void tellsEachLogsFormatByItself() throws IOException {
        var native1 = log("native", Logs.line("a", 1));
        var combined = log("combined", COMBINED.formatted(1), COMBINED.formatted(2));
        var reading = LogReading.of("auto", OrganizationSource.parse("constant:acme"));
        try (var logs = MergedLogs.open(List.of(native1, combined), reading, unreadable::add)) {
            assertThat(Logs.all(logs)).hasSize(3);
            assertThat(logs.starts()).extracting(LogStart::format).containsExactly("jsonl", "combined");
        }
    }

    @Test
    void refusesALogNoFormatReads() throws IOException {
        var log = log("poem.txt", "Roses are red,", "violets are blue");
        assertThatThrownBy(() -> MergedLogs.open(List.of(log), LogReading.of("auto", null), unreadable::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("poem.txt: no format reads its first lines; say which with --format");
    }

    @Test
    void givesEqualLinesOfOneLogDifferentIdsAndTheSameOnesEachTime() throws IOException {
        var lines =
                new String[] {COMBINED.formatted(1), COMBINED.formatted(1), COMBINED.formatted(2), COMBINED.formatted(1)
                };
        var reading = LogReading.of("combined", USER);
        var ids = ids(reading, log("access.log", lines));
        assertThat(ids).doesNotHaveDuplicates().hasSize(4);
        var windows = Logs.pipe(Logs.gzip((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(ids(reading, windows)).isEqualTo(ids);
        assertThat(ids(reading, log("shorter.log", lines[0], lines[1]))).isEqualTo(ids.subList(0, 2));
    }

    @Test
    void reportsALineOfFiveMegabytesAndReadsOn() throws IOException {
        var log = log("access.log", COMBINED.formatted(1), "x".repeat(5_000_000), COMBINED.formatted(2));
        assertThat(ids(LogReading.of("combined", USER), log)).hasSize(2);
        assertThat(unreadable).hasSize(1);
        assertThat(unreadable.get(0).reason()).isEqualTo(UnreadableReason.LINE_TOO_LONG);
        assertThat(unreadable.get(0).line()).isEqualTo(2);
        assertThat(unreadable.get(0).raw()).hasSize(Unreadable.LONGEST_RAW);
    }

    @Test
    void readsBytesThatAreNotUtf8AndCountsThem() throws IOException {
        var file = folder.resolve("access.log");
        var bytes = (COMBINED.formatted(1) + "\n" + COMBINED.formatted(2) + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[COMBINED.formatted(1).length() - 3] = (byte) 0xff;
        Files.write(file, bytes);
        var log = new LogSource.LogFile(file);
        try (var logs = MergedLogs.open(List.of(log), LogReading.of("combined", USER), unreadable::add)) {
            assertThat(Logs.all(logs).get(0).event().userAgent()).isEqualTo("curl\uFFFD8");
            assertThat(logs.totals().misspelt()).isEqualTo(1);
        }
    }

    @Test
    void countsEveryLineOnce() throws IOException {
        var log = log("access.log", COMBINED.formatted(1), "", "junk", COMBINED.formatted(2), "# comment");
        try (var logs = MergedLogs.open(List.of(log), LogReading.of("combined", USER), unreadable::add)) {
            Logs.all(logs);
            var totals = logs.totals();
            assertThat(totals.lines()).isEqualTo(5);
            assertThat(totals.events()).isEqualTo(2);
            assertThat(totals.unreadable()).isEqualTo(2);
            assertThat(totals.silent()).isEqualTo(1);
            assertThat(totals.bytes()).isEqualTo(Files.size(folder.resolve("access.log")));
            assertThat(totals.storedBytes()).isEqualTo(totals.bytes());
        }
        assertThat(unreadable).extracting(Unreadable::line).containsExactly(3L, 5L);
        assertThat(unreadable.get(0).offset()).isEqualTo(COMBINED.formatted(1).length() + 2L);
    }

    @Test
    void saysWhatAnotherCompressionNeeds() throws IOException {
        var file = folder.resolve("access.log.zst");
        Files.write(file, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0});
        assertThatThrownBy(() -> MergedLogs.open(List.of(new LogSource.LogFile(file)), Logs.JSONL, unreadable::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is compressed by zstd (zstd -dc)");
    }

    @Test
    void opensALogOnlyWhenItsTimeComes() throws IOException {
        List<LogSource> logs = new ArrayList<>();
        for (int hour = 0; hour < 300; hour++) {
            logs.add(log("hour-" + hour, Logs.line("e" + hour, 3600L * hour), Logs.line("f" + hour, 3600L * hour + 1)));
        }
        try (var merged = MergedLogs.open(logs, Logs.JSONL, unreadable::add)) {
            long descriptors = openFiles();
            assertThat(Logs.all(merged)).hasSize(600).isSortedAccordingTo(Comparator.comparing(MergedLogsTest::time));
            assertThat(openFiles()).isLessThan(descriptors + 50);
        }
    }

    private static long openFiles() throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "needs /proc");
        try (var files = Files.list(descriptors)) {
            return files.count();
        }
    }

    private static Instant time(LoggedEvent logged) {
        return logged.event().timestamp();
    }

    private static String[] shuffledALittle(int log, int lines, Random random) {
        var places = new long[lines];
        for (int i = 0; i < lines; i++) {
            places[i] = i * 1000L + random.nextInt(LookAhead.EVENTS / 2 * 1000);
        }
        return IntStream.range(0, lines)
                .boxed()
                .sorted(Comparator.comparingLong(i -> places[i]))
                .map(i -> Logs.line(log + "-" + i, i))
                .toArray(String[]::new);
    }

    private List<String> ids(LogReading reading, LogSource... logs) throws IOException {
        try (var merged = MergedLogs.open(List.of(logs), reading, unreadable::add)) {
            return Logs.ids(merged);
        }
    }

    private LogSource log(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
        return new LogSource.LogFile(file);
    }
}
