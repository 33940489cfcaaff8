/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of an exported file, plain or gzip. */
final class ExportedLines {

    private static final int GZIP = 0x1f8b;

    private ExportedLines() {}

    /** Takes one line. */
    interface Taker {
        /**
         * Takes a line that is not blank.
         *
         * @param number its number in the file, from 1
         */
        void take(long number, String line);
    }

    static void read(Path file, Taker taker) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(uncompressed(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.take(number, line);
                }
            }
        }
    }

    private static InputStream uncompressed(InputStream stored) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stored);
        buffered.mark(2);
        boolean gzip = (buffered.read() << 8 | buffered.read()) == GZIP;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered) : buffered;
    }
}
