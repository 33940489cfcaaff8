/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log as it stands there, without its line break.
 *
 * <p>The bytes are shared, not copied: nobody writes to them once the line is made.
 */
public final class LogLine {
    private static final char REPLACEMENT = '\uFFFD';

    private final String log;
    private final long number;
    private final long offset;
    private final byte[] bytes;
    private final boolean cut;
    private @Nullable String text;

    private LogLine(String log, long number, long offset, byte[] bytes, boolean cut) {
        this.log = log;
        this.number = number;
        this.offset = offset;
        this.bytes = bytes;
        this.cut = cut;
    }

    /** A line that is here from end to end. */
    public static LogLine whole(String log, long number, long offset, byte[] bytes) {
        return new LogLine(log, number, offset, bytes, false);
    }

    /** The beginning of a line that is longer than a reader keeps. */
    public static LogLine beginningOf(String log, long number, long offset, byte[] bytes) {
        return new LogLine(log, number, offset, bytes, true);
    }

    /** Name of the log, as the user gave it. */
    public String log() {
        return log;
    }

    /** Line number, from 1. */
    public long number() {
        return number;
    }

    /** Where the line begins, in bytes of the uncompressed log, from 0. */
    public long offset() {
        return offset;
    }

    /** Whether the line was longer than the reader keeps, so that only its beginning is here. */
    public boolean isCut() {
        return cut;
    }

    /** How many bytes are here. */
    public int length() {
        return bytes.length;
    }

    /** The bytes of the line; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The line as text; bytes that are not UTF-8 become U+FFFD. */
    public String text() {
        if (text == null) {
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        return text;
    }

    /** Whether some bytes were not UTF-8, so that {@link #text()} is not quite what stands there. */
    public boolean isMisspelt() {
        return text().indexOf(REPLACEMENT) >= 0;
    }

    /** Whether there is nothing but spaces and tabs. */
    public boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a comment, or says what the lines after it mean. */
    public boolean isDirective() {
        return bytes.length > 0 && bytes[0] == '#';
    }
}
