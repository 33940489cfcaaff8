/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.ingest.format.LogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void givesLinesWithTheirNumbersAndPlaces() throws IOException {
        var lines = read("one\ntwo\r\n\nlast");
        assertThat(lines).extracting(LogLine::text).containsExactly("one", "two", "", "last");
        assertThat(lines).extracting(LogLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).extracting(LogLine::offset).containsExactly(0L, 4L, 9L, 10L);
    }

    @Test
    void hasNoLineAfterTheLastLineBreak() throws IOException {
        assertThat(read("one\n")).extracting(LogLine::text).containsExactly("one");
        assertThat(read("")).isEmpty();
    }

    @Test
    void tellsALastLineThatMayStillBeingWritten() throws IOException {
        var reader = reader("one\ntwo".getBytes(StandardCharsets.UTF_8));
        reader.next();
        assertThat(reader.isComplete()).isTrue();
        reader.next();
        assertThat(reader.isComplete()).isFalse();
    }

    @Test
    void dropsAByteOrderMarkOnlyBeforeTheFirstLine() throws IOException {
        var lines = read("\uFEFFone\n\uFEFFtwo\n");
        assertThat(lines).extracting(LogLine::text).containsExactly("one", "\uFEFFtwo");
        assertThat(lines.get(1).offset()).isEqualTo(7);
    }

    @Test
    void keepsOnlyTheBeginningOfALineOfFiveMegabytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("before\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("x".repeat(5_000_000).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("\nafter\n".getBytes(StandardCharsets.UTF_8));
        var lines = read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(lines).extracting(LogLine::isCut).containsExactly(false, true, false);
        assertThat(lines.get(1).length()).isLessThan(10_000);
        assertThat(lines.get(2).text()).isEqualTo("after");
        assertThat(lines.get(2).offset()).isEqualTo(5_000_008);
        assertThat(lines.get(2).number()).isEqualTo(3);
    }

    @Test
    void keepsTheLongestLineThatIsAllowedWholeAndCutsTheNext() throws IOException {
        var longest = "x".repeat(LineReader.LONGEST_LINE);
        assertThat(read(longest + "\n" + longest + "y\n" + longest))
                .extracting(LogLine::isCut)
                .containsExactly(false, true, false);
    }

    @Test
    void givesTheSameLinesHoweverTheBytesArrive() throws IOException {
        long seed = 11;
        var random = new Random(seed);
        var bytes = new byte[200_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(60) == 0 ? (byte) '\n' : (byte) random.nextInt(256);
        }
        var atOnce = read(new ByteArrayInputStream(bytes));
        var slowly = read(Logs.slowly(bytes));
        assertThat(slowly).as("seed %d", seed).hasSameSizeAs(atOnce);
        for (int i = 0; i < atOnce.size(); i++) {
            assertThat(slowly.get(i).bytes()).isEqualTo(atOnce.get(i).bytes());
            assertThat(slowly.get(i).offset()).isEqualTo(atOnce.get(i).offset());
        }
    }

    @Test
    void losesNoByteBetweenTheLines() throws IOException {
        var text = "a\r\nb\n\r\n\rc\n".getBytes(StandardCharsets.UTF_8);
        for (var line : read(new ByteArrayInputStream(text))) {
            int from = (int) line.offset();
            assertThat(Arrays.copyOfRange(text, from, from + line.length())).isEqualTo(line.bytes());
        }
    }

    private static List<LogLine> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<LogLine> read(InputStream in) throws IOException {
        var reader = new LineReader("log", in);
        List<LogLine> lines = new ArrayList<>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static LineReader reader(byte[] bytes) {
        return new LineReader("log", new ByteArrayInputStream(bytes));
    }
}
