/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A log that can be opened: a file, or standard input, which opens only once. */
public sealed interface LogSource {
    /** The name under which the log is reported. */
    String name();

    /** Its bytes as they are stored, maybe compressed. */
    InputStream open() throws IOException;

    /** How many bytes {@link #open()} will give; empty when nobody knows. */
    OptionalLong size();

    /** The file it is in; empty for standard input. */
    Optional<Path> file();

    /** The log a command line argument means: {@code -} is the given standard input, all else a file. */
    static LogSource of(String argument, InputStream standardInput) {
        return argument.equals("-") ? new StandardInput(standardInput) : new LogFile(Path.of(argument));
    }

    /** A log in a file. */
    record LogFile(Path path) implements LogSource {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public InputStream open() throws IOException {
            if (Files.isDirectory(path)) {
                throw new IOException(path + " is a directory");
            }
            return Files.newInputStream(path);
        }

        @Override
        public OptionalLong size() {
            try {
                return OptionalLong.of(Files.size(path));
            } catch (IOException e) {
                return OptionalLong.empty(); // opening it will say why
            }
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }

    /** A log that arrives through a pipe. */
    record StandardInput(InputStream stream) implements LogSource {
        @Override
        public String name() {
            return "-";
        }

        @Override
        public InputStream open() {
            return stream;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }
    }
}
