/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

/**
 * What has been read so far: {@code lines = events + unreadable + silent + skipped}.
 *
 * @param lines lines taken from the logs
 * @param events lines that were access events
 * @param unreadable lines that were reported as unreadable
 * @param silent empty lines, comments and headers
 * @param skipped lines before the place where an earlier reading stopped
 * @param misspelt lines among all those with bytes that were not UTF-8, read with U+FFFD in their place
 * @param bytes bytes of text, uncompressed
 * @param storedBytes bytes as stored, maybe compressed
 */
public record LogTotals(
        long lines,
        long events,
        long unreadable,
        long silent,
        long skipped,
        long misspelt,
        long bytes,
        long storedBytes) {

    static final LogTotals NOTHING = new LogTotals(0, 0, 0, 0, 0, 0, 0, 0);

    LogTotals plus(LogTotals other) {
        return new LogTotals(
                lines + other.lines,
                events + other.events,
                unreadable + other.unreadable,
                silent + other.silent,
                skipped + other.skipped,
                misspelt + other.misspelt,
                bytes + other.bytes,
                storedBytes + other.storedBytes);
    }
}
