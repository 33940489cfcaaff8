/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each format reads {@code <format>.log} as {@code <format>.expected} says, line by line; add lines to both. Run with
 * {@code -Dwhence.golden.write=true} to have the expectation written anew, and read the difference.
 */
class GoldenLogTest {
    private static final Map<String, String> ORGANIZATIONS = Map.of(
            "combined", "field:remote_user",
            "nginx-main", "field:remote_user",
            "cloudflare", "header:X-Org",
            "cloudfront", "hash:cs(User-Agent)");

    static List<String> formats() {
        return LogFormats.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsEachLineAsExpected(String format) throws IOException {
        var lines = resource(format + ".log").split("\n", -1);
        var source = ORGANIZATIONS.get(format);
        var organization = source == null ? null : OrganizationSource.parse(source);
        var parser = LogFormats.named(format).parser(organization);
        List<String> read = new ArrayList<>();
        for (int i = 0; i + 1 < lines.length; i++) {
            var bytes = lines[i].getBytes(StandardCharsets.UTF_8);
            read.add(describe(parser.parse(LogLine.whole(format, i + 1, 0, bytes), 0)));
        }
        rewriteIfAsked(format, read);
        assertThat(read).containsExactly(resource(format + ".expected").split("\n"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsTheFormatByTheLines(String format) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        for (var line : resource(format + ".log").split("\n")) {
            lines.add(LogLine.whole(format, lines.size() + 1, 0, line.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(FormatDetection.of(lines)).map(LogFormat::name).hasValue(format);
    }

    private static String describe(ParsedLine parsed) {
        if (parsed instanceof ParsedLine.Event event) {
            return describe(event.event());
        }
        if (parsed instanceof Unreadable line) {
            return "! " + line.line() + " " + line.reason().code() + " " + line.field() + ": " + line.detail();
        }
        return "nothing";
    }

    private static String describe(AccessEvent event) {
        var text = new StringBuilder();
        for (RecordComponent component : AccessEvent.class.getRecordComponents()) {
            var value = value(component, event);
            text.append(value == null ? "" : component.getName() + "=" + value + " | ");
        }
        return text.substring(0, text.length() - 3);
    }

    private static Object value(RecordComponent component, AccessEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(GoldenLogTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void rewriteIfAsked(String format, List<String> lines) throws IOException {
        if (Boolean.getBoolean("whence.golden.write")) {
            var home = Path.of(System.getProperty("whence.home", "."));
            var folder = home.resolve("src/test/resources/io/whence/ingest/format");
            Files.write(folder.resolve(format + ".expected"), lines);
        }
    }
}
