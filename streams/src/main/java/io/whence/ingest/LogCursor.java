/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.EventParser;
import io.whence.ingest.format.FormatDetection;
import io.whence.ingest.format.LogFormat;
import io.whence.ingest.format.LogLine;
import io.whence.ingest.format.ParsedLine;
import io.whence.ingest.format.Unreadable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one opened log in the order of its lines. */
final class LogCursor implements AutoCloseable {
    private final int index;
    private final LogSource source;
    private final UnreadableSink sink;
    private final LogInput input;
    private final LineReader reader;
    private final LogFormat format;
    private final EventParser parser;
    private final Deque<MarkedLine> looked = new ArrayDeque<>();
    private final Occurrences occurrences = new Occurrences();

    private LogMark mark = LogMark.BEGINNING;
    private long events;
    private long unreadable;
    private long silent;
    private long skipped;
    private long misspelt;

    static LogCursor open(int index, LogSource source, LogReading reading, UnreadableSink sink) throws IOException {
        var input = LogInput.open(source);
        try {
            return new LogCursor(index, source, reading, sink, input);
        } catch (IOException | IllegalArgumentException e) {
            input.close();
            throw e;
        }
    }

    private LogCursor(int index, LogSource source, LogReading reading, UnreadableSink sink, LogInput input)
            throws IOException {
        this.index = index;
        this.source = source;
        this.sink = sink;
        this.input = input;
        this.reader = new LineReader(source.name(), input.text());
        this.format = chosen(reading);
        this.parser = format.parser(reading.organization());
    }

    private LogFormat chosen(LogReading reading) throws IOException {
        var given = reading.format();
        var format = given == null ? detected() : given;
        reading.check(format);
        return format;
    }

    private LogFormat detected() throws IOException {
        List<LogLine> lines = new ArrayList<>();
        while (looked.size() < FormatDetection.LINES) {
            var line = readLine();
            if (line == null) {
                break;
            }
            looked.add(line);
            lines.add(line.line());
        }
        return FormatDetection.of(lines)
                .orElseThrow(() -> new IllegalArgumentException(
                        source.name() + ": no format reads its first lines; say which with --format"));
    }

    /** Goes to the mark without giving events; false when the log does not begin with what the mark knows. */
    boolean skipTo(LogMark wanted) throws IOException {
        while (mark.line() < wanted.line()) {
            var line = nextLine();
            if (line == null || !line.complete()) {
                return false;
            }
            long hash = LineHash.of(line.line().bytes());
            occurrences.before(hash);
            skipped++;
            mark = mark.after(hash, line.end());
            if (line.line().isDirective()) {
                parser.parse(line.line(), 0); // names columns
            }
        }
        return mark.equals(wanted);
    }

    /** The next event, or null at the end of the log. */
    @Nullable LoggedEvent next() throws IOException {
        for (var line = nextLine(); line != null; line = nextLine()) {
            long hash = LineHash.of(line.line().bytes());
            var parsed = parser.parse(line.line(), occurrences.before(hash));
            misspelt += line.line().isMisspelt() ? 1 : 0;
            mark = line.complete() ? mark.after(hash, line.end()) : mark;
            if (parsed instanceof ParsedLine.Event event) {
                return new LoggedEvent(event.event(), index, line.line(), events++, mark);
            }
            report(parsed);
        }
        return null;
    }

    private void report(ParsedLine parsed) throws IOException {
        if (parsed instanceof Unreadable line) {
            unreadable++;
            sink.accept(line);
        } else {
            silent++;
        }
    }

    private @Nullable MarkedLine nextLine() throws IOException {
        var line = looked.poll();
        return line == null ? readLine() : line;
    }

    private @Nullable MarkedLine readLine() throws IOException {
        try {
            var line = reader.next();
            return line == null ? null : new MarkedLine(line, reader.offset(), reader.isComplete());
        } catch (IOException e) {
            throw new IOException(
                    source.name() + ": cannot be read after byte " + reader.offset() + ": " + e.getMessage(), e);
        }
    }

    /** The place after the last line that was given or skipped. */
    LogMark mark() {
        return mark;
    }

    LogFormat format() {
        return format;
    }

    LogTotals totals() {
        return new LogTotals(
                events + unreadable + silent + skipped,
                events,
                unreadable,
                silent,
                skipped,
                misspelt,
                reader.offset(),
                input.storedBytesRead());
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private record MarkedLine(LogLine line, long end, boolean complete) {}
}
