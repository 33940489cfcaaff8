/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.LogLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, in bounded memory whatever the stream holds.
 *
 * <p>Lines end with LF or CRLF, the last one also with the stream. A byte order mark before the first is dropped.
 */
final class LineReader {
    /** A longer line is given as its beginning only. */
    static final int LONGEST_LINE = 1 << 20;

    /** What is kept of a line that is too long. */
    private static final int BEGINNING = 8 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String log;
    private final InputStream in;
    private byte[] buffer = new byte[128 * 1024];
    private int from;
    private int to;
    private long number;
    private long offset;
    private boolean complete;

    LineReader(String log, InputStream in) {
        this.log = log;
        this.in = in;
    }

    /** The next line, or null when there are no more. */
    @Nullable LogLine next() throws IOException {
        int scanned = from;
        while (true) {
            int feed = lineFeed(scanned);
            if (feed >= 0) {
                return take(feed, feed + 1);
            }
            scanned = to;
            if (to - from > LONGEST_LINE) {
                return takeTooLong();
            }
            int before = from;
            if (!fill()) {
                return from == to ? null : take(to, to);
            }
            scanned -= before - from;
        }
    }

    /** Where the next line begins, in bytes of the uncompressed text. */
    long offset() {
        return offset;
    }

    /** Whether the last line given had a line break after it: one that had none may still be being written. */
    boolean isComplete() {
        return complete;
    }

    private LogLine take(int end, int next) {
        int begin = number == 0 && startsWithMark() ? from + BYTE_ORDER_MARK.length : from;
        int last = end > begin && buffer[end - 1] == '\r' ? end - 1 : end;
        boolean tooLong = last - begin > LONGEST_LINE;
        var bytes = Arrays.copyOfRange(buffer, begin, tooLong ? begin + BEGINNING : last);
        var line = line(bytes, tooLong);
        complete = next > end;
        offset += next - from;
        from = next;
        return line;
    }

    private LogLine takeTooLong() throws IOException {
        var line = line(Arrays.copyOfRange(buffer, from, from + BEGINNING), true);
        int feed = -1;
        while (feed < 0) {
            offset += to - from;
            from = to;
            complete = fill();
            if (!complete) {
                return line;
            }
            feed = lineFeed(from);
        }
        offset += feed + 1 - from;
        from = feed + 1;
        return line;
    }

    private LogLine line(byte[] bytes, boolean cut) {
        number++;
        return cut ? LogLine.beginningOf(log, number, offset, bytes) : LogLine.whole(log, number, offset, bytes);
    }

    private int lineFeed(int start) {
        for (int i = start; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWithMark() {
        return to - from >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        buffer, from, from + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** Makes room and reads more; false at the end. Moves what is not taken yet to the front. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST_LINE + 2 + buffer.length / 2));
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read >= 0;
    }
}
