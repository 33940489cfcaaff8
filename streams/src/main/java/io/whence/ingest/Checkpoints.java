/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files that say where to go on: {@code .access.log.whence-checkpoint} beside {@code access.log}, or one file for
 * all logs, or none.
 *
 * <p>The name begins with a dot so that {@code access.log*} does not mean it.
 */
public final class Checkpoints {
    private final Function<LogSource, Optional<Path>> place;
    private final String target;
    private final String reading;
    private final Map<Path, Checkpoint> last = new LinkedHashMap<>();

    private Checkpoints(Function<LogSource, Optional<Path>> place, String target, String reading) {
        this.place = place;
        this.target = target;
        this.reading = reading;
    }

    /** Beside each log; standard input has none. */
    public static Checkpoints besideLogs(String target, String reading) {
        return new Checkpoints(log -> log.file().map(Checkpoints::beside), target, reading);
    }

    /** All in that file. */
    public static Checkpoints in(Path file, String target, String reading) {
        return new Checkpoints(log -> Optional.of(file), target, reading);
    }

    /** Nowhere: logs are read from their beginnings. */
    public static Checkpoints none() {
        return new Checkpoints(log -> Optional.empty(), "", "");
    }

    /**
     * The place from which to go on reading a log: its beginning when there is no checkpoint, or when it is one of
     * another topic or another way of reading. That is safe, only slower: the same lines give the same event ids.
     */
    LogMark markOf(LogSource log) throws IOException {
        var file = place.apply(log);
        if (file.isEmpty()) {
            return LogMark.BEGINNING;
        }
        return checkpoint(file.get()).logs().getOrDefault(key(log), LogMark.BEGINNING);
    }

    /** Keeps the places reached; each file is replaced as a whole or not at all. */
    void save(Map<LogSource, LogMark> reached) throws IOException {
        Map<Path, Checkpoint> changed = new LinkedHashMap<>();
        for (var log : reached.entrySet()) {
            var file = place.apply(log.getKey());
            if (file.isPresent()) {
                var before = changed.containsKey(file.get()) ? changed.get(file.get()) : checkpoint(file.get());
                changed.put(file.get(), before.with(key(log.getKey()), log.getValue()));
            }
        }
        for (var file : changed.entrySet()) {
            if (!file.getValue().equals(last.put(file.getKey(), file.getValue())) || Files.notExists(file.getKey())) {
                replace(file.getKey(), file.getValue().toJson());
            }
        }
    }

    private Checkpoint checkpoint(Path file) throws IOException {
        var known = last.get(file);
        if (known == null) {
            known = read(file);
            last.put(file, known);
        }
        return known;
    }

    private Checkpoint read(Path file) throws IOException {
        try {
            var found = Checkpoint.ofJson(Files.readAllBytes(file));
            return found.isFor(target, reading) ? found : Checkpoint.of(target, reading);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Checkpoint.of(target, reading);
        } catch (IOException e) {
            throw new IOException(
                    "cannot go on from " + file + " (" + e.getMessage() + "); remove it to start over", e);
        }
    }

    private static void replace(Path file, byte[] text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (var out = Files.newByteChannel(
                    next,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC)) {
                out.write(ByteBuffer.wrap(text));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(
                    "cannot keep the checkpoint " + file + " (" + e + "); say --resume FILE for another place or"
                            + " --no-resume for none",
                    e);
        }
    }

    private static Path beside(Path log) {
        return log.resolveSibling("." + log.getFileName() + ".whence-checkpoint");
    }

    private static String key(LogSource log) {
        return log.file()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .orElse(log.name());
    }
}
