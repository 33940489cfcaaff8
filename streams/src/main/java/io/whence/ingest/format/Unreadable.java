/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * A line that could not become an access event.
 *
 * @param log name of the log, as the user gave it
 * @param line line number, from 1
 * @param offset where the line begins, in bytes of the uncompressed log
 * @param reason why
 * @param field the field that was missing or wrong, or null when the line as a whole is
 * @param detail one sentence for people
 * @param raw the line, at most {@link #LONGEST_RAW} characters of it
 */
public record Unreadable(
        String log,
        long line,
        long offset,
        UnreadableReason reason,
        @Nullable String field,
        String detail,
        String raw) implements ParsedLine {

    /** Enough to see what a line is, too little to fill a disk with. */
    public static final int LONGEST_RAW = 4096;

    /** A line whose event was read, but is too large to be sent. */
    public static Unreadable tooLarge(String log, long line, long offset, String detail) {
        return new Unreadable(log, line, offset, UnreadableReason.EVENT_TOO_LARGE, null, detail, "");
    }

    static Unreadable of(LogLine line, UnreadableLineException why) {
        var text = line.text();
        var raw = text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW);
        return new Unreadable(line.log(), line.number(), line.offset(), why.reason(), why.field(), why.detail(), raw);
    }
}
