/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One of several logs: first looked at, then read when its time comes, then closed. */
final class OpenedLog implements AutoCloseable {
    static final Comparator<OpenedLog> BY_TIME =
            Comparator.comparing((OpenedLog log) -> log.time).thenComparingInt(log -> log.index);

    private final int index;
    private final LogSource source;
    private final LogReading reading;
    private final UnreadableSink sink;

    private LogMark from = LogMark.BEGINNING;
    private Instant time = Instant.MIN;
    private String format = "";
    private boolean changed;
    private boolean hasMore = true;
    private LogTotals totals = LogTotals.NOTHING;
    private @Nullable LogMark end;
    private @Nullable LogCursor cursor;
    private @Nullable LookAhead events;

    OpenedLog(int index, LogSource source, LogReading reading, UnreadableSink sink) {
        this.index = index;
        this.source = source;
        this.reading = reading;
        this.sink = sink;
    }

    /** Looks at the beginning, so that errors show before anything is sent; only what is read from there stays open. */
    void prepare(LogMark mark) throws IOException {
        from = mark;
        if (source.file().isEmpty() || mark.line() > 0) {
            begin();
            return;
        }
        try (var look = LogCursor.open(index, source, reading, line -> {})) {
            format = look.format().name();
            var first = new LookAhead(look).peek();
            time = first == null ? Instant.MIN : first.event().timestamp();
        }
    }

    /** The next event of this log; null when there is none, or when it was the log's turn only to begin. */
    @Nullable LoggedEvent take() throws IOException {
        if (events == null) {
            begin();
            return null;
        }
        var event = events.peek();
        events.take();
        settle();
        return event;
    }

    private void begin() throws IOException {
        cursor = LogCursor.open(index, source, reading, sink);
        format = cursor.format().name();
        if (!cursor.skipTo(from)) {
            cursor = anew(cursor);
        }
        sink.begin(source.name(), from.line());
        events = new LookAhead(cursor);
        settle();
    }

    private LogCursor anew(LogCursor differing) throws IOException {
        differing.close();
        if (source.file().isEmpty()) {
            throw new IOException(source.name() + ": is not what was read before up to line " + from.line()
                    + "; say --no-resume to read it as a new log");
        }
        changed = true;
        from = LogMark.BEGINNING;
        return LogCursor.open(index, source, reading, sink);
    }

    private void settle() throws IOException {
        var next = events == null ? null : events.peek();
        if (next != null) {
            time = next.event().timestamp();
            return;
        }
        hasMore = false;
        end = cursor == null ? null : cursor.mark();
        close();
    }

    boolean hasMore() {
        return hasMore;
    }

    /** Where the reading began. */
    LogMark from() {
        return from;
    }

    /** The end of the log once it has been read to there, or null. */
    @Nullable LogMark end() {
        return end;
    }

    LogStart start() {
        return new LogStart(source.name(), format, from.line(), changed);
    }

    LogTotals totals() {
        return cursor == null ? totals : cursor.totals();
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            totals = cursor.totals();
            cursor.close();
            cursor = null;
        }
    }
}
