/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.whence.ingest.format.Unreadable;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of lines that could not be read, one JSON object a line: {@code access.log.unreadable.jsonl} beside
 * {@code access.log}, or one file for all logs.
 *
 * <p>A file says what was unreadable when its log was last read: what an interrupted reading wrote of lines that are
 * read again is taken out first.
 */
public final class UnreadableFiles implements UnreadableSink, Closeable {
    /** How the names of such files end. */
    public static final String SUFFIX = ".unreadable.jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    private final Function<String, Path> place;
    private final Map<Path, BufferedWriter> open = new HashMap<>();

    private UnreadableFiles(Function<String, Path> place) {
        this.place = place;
    }

    /** Beside each log; for standard input in the working directory. */
    public static UnreadableFiles besideLogs() {
        return new UnreadableFiles(log -> Path.of((log.equals("-") ? "standard-input" : log) + SUFFIX));
    }

    /** All in that file. */
    public static UnreadableFiles in(Path file) {
        return new UnreadableFiles(log -> file);
    }

    @Override
    public void accept(Unreadable line) throws IOException {
        var writer = writer(place.apply(line.log()));
        writer.write(json(line));
        writer.write('\n');
    }

    @Override
    public void begin(String log, long afterLine) throws IOException {
        var file = place.apply(log);
        var writer = open.remove(file);
        if (writer != null) {
            writer.close();
        }
        if (Files.exists(file)) {
            forget(file, log, afterLine);
        }
    }

    private static void forget(Path file, String log, long afterLine) throws IOException {
        var kept = file.resolveSibling(file.getFileName() + ".next");
        try (var before = Files.newBufferedReader(file);
                var after = Files.newBufferedWriter(kept)) {
            for (var text = before.readLine(); text != null; text = before.readLine()) {
                if (!isAfter(text, log, afterLine)) {
                    after.write(text);
                    after.write('\n');
                }
            }
        }
        Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void flush() throws IOException {
        for (var writer : open.values()) {
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (var writer : open.values()) {
            writer.close();
        }
    }

    private BufferedWriter writer(Path file) throws IOException {
        var writer = open.get(file);
        if (writer == null) {
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            open.put(file, writer);
        }
        return writer;
    }

    private static String json(Unreadable line) {
        return JSON.createObjectNode()
                .put("log", line.log())
                .put("line", line.line())
                .put("offset", line.offset())
                .put("reason", line.reason().code())
                .put("field", line.field())
                .put("detail", line.detail())
                .put("raw", line.raw())
                .toString();
    }

    /** A last line that was cut when it was written is about a line that is read again. */
    private static boolean isAfter(String text, String log, long afterLine) {
        try {
            var json = JSON.readTree(text);
            return json.path("log").asText().equals(log) && json.path("line").asLong() > afterLine;
        } catch (JsonProcessingException e) {
            return true;
        }
    }
}
