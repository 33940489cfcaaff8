/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The events of several logs in one order, that of their times, so that logs of gateways read together do not make each
 * other late.
 *
 * <p>Each log is in order as far as looking a few lines ahead can put it so ({@link LookAhead}); equal times come in
 * the order of the logs. A log is open only while its time has come: a month of hourly logs needs a few descriptors.
 */
public final class MergedLogs implements AutoCloseable {
    private final List<OpenedLog> logs = new ArrayList<>();
    private final PriorityQueue<OpenedLog> waiting = new PriorityQueue<>(OpenedLog.BY_TIME);

    private MergedLogs() {}

    /** Opens logs from their beginnings; an {@link IllegalArgumentException} says what is wrong with the reading. */
    public static MergedLogs open(List<LogSource> sources, LogReading reading, UnreadableSink unreadable)
            throws IOException {
        return open(sources, reading, unreadable, log -> LogMark.BEGINNING);
    }

    static MergedLogs open(
            List<LogSource> sources, LogReading reading, UnreadableSink unreadable, IntFunction<LogMark> marks)
            throws IOException {
        var merged = new MergedLogs();
        try {
            for (int i = 0; i < sources.size(); i++) {
                var log = new OpenedLog(i, sources.get(i), reading, unreadable);
                merged.logs.add(log);
                log.prepare(marks.apply(i));
                merged.waiting.add(log);
            }
            return merged;
        } catch (IOException | IllegalArgumentException e) {
            merged.closeAfter(e);
            throw e;
        }
    }

    /** The next event, or null when all logs are read. */
    public @Nullable LoggedEvent next() throws IOException {
        for (var log = waiting.poll(); log != null; log = waiting.poll()) {
            var event = log.take();
            if (log.hasMore()) {
                waiting.add(log);
            }
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** How the reading of each log began, in the order they were given. */
    public List<LogStart> starts() {
        return logs.stream().map(OpenedLog::start).toList();
    }

    /** What has been read so far. */
    public LogTotals totals() {
        return logs.stream().map(OpenedLog::totals).reduce(LogTotals.NOTHING, LogTotals::plus);
    }

    LogMark beginOf(int log) {
        return logs.get(log).from();
    }

    /** The end of a log that has been read to its end, or null while it has not. */
    @Nullable LogMark endOf(int log) {
        return logs.get(log).end();
    }

    long eventsOf(int log) {
        return logs.get(log).totals().events();
    }

    @Override
    public void close() throws IOException {
        for (var log : logs) {
            log.close();
        }
    }

    private void closeAfter(Exception cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
