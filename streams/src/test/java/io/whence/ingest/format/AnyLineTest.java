/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a line, it becomes an event, nothing, or a reason; never an exception, and never slowly. */
class AnyLineTest {
    private static final OrganizationSource ORGANIZATION = OrganizationSource.parse("constant:org");
    private static final String[] PIECES = {
        "203.0.113.7", " - ", " ", " [", "]", "\"", "\\", "\\x", "[17/May/2015:10:05:03 +0000]", "] \"", "GET ", "/",
        " HTTP/1.1", " 200 ", "{", "}", "\"timestamp\":", "1431857103", ",", ":", "null", "[[", "\t", "#Fields: date\t",
        "date time c-ip", "\u0000", "\uFFFD", "é", "1e999999999", "-", "%", "%2", "\"status\":200", "\"source_ip\":"
    };

    static List<String> formats() {
        return LogFormats.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void becomesAValueOfThePiecesOfLogLines(String format) {
        long seed = 20240701;
        var random = new Random(seed);
        var parser = LogFormats.named(format).parser(ORGANIZATION);
        for (int i = 0; i < 5_000; i++) {
            var line = new StringBuilder();
            for (int piece = random.nextInt(30); piece >= 0; piece--) {
                line.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertReported(parser, line.toString().getBytes(StandardCharsets.UTF_8), seed, i);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void becomesAValueOfBytesChangedInARealLine(String format) throws Exception {
        long seed = 20240702;
        var random = new Random(seed);
        var parser = LogFormats.named(format).parser(ORGANIZATION);
        try (var in = AnyLineTest.class.getResourceAsStream(format + ".log")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            for (int i = 0; i < 5_000; i++) {
                var bytes = lines[random.nextInt(lines.length)].getBytes(StandardCharsets.UTF_8);
                for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertReported(parser, bytes, seed, i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isReadInTimeProportionalToItsLength(String format) {
        var parser = LogFormats.named(format).parser(ORGANIZATION);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (var piece : PIECES) {
                var line =
                        ("203.0.113.7 - " + piece.repeat((1 << 18) / piece.length())).getBytes(StandardCharsets.UTF_8);
                parser.parse(LogLine.whole("log", 1, 0, line), 0);
            }
        });
    }

    private static void assertReported(EventParser parser, byte[] bytes, long seed, int line) {
        var parsed = parser.parse(LogLine.whole("log", line + 1, 0, bytes), 0);
        assertThat(parsed).as("seed %d, line %d", seed, line).isNotNull();
        if (parsed instanceof Unreadable unreadable) {
            assertThat(unreadable.line()).isEqualTo(line + 1);
            assertThat(unreadable.detail()).isNotBlank();
        }
    }
}
