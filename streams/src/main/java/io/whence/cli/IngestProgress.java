/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.ingest.LogSource;
import io.whence.ingest.LogTotals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBarBuilder;

/** How far an ingestion is: a bar where somebody looks, a line now and then where only a file does. */
interface IngestProgress extends Consumer<LogTotals>, AutoCloseable {
    @Override
    void close();

    /** Says nothing. */
    static IngestProgress none() {
        return new IngestProgress() {
            @Override
            public void accept(LogTotals totals) {}

            @Override
            public void close() {}
        };
    }

    /** A bar of the bytes of the logs as stored; only turns when one of them is a pipe. */
    static IngestProgress bar(List<LogSource> logs) {
        var size = size(logs);
        var bar = new ProgressBarBuilder()
                .setTaskName("ingest")
                .setInitialMax(size.orElse(-1))
                .setUnit(" MiB", 1 << 20)
                .build();
        return new IngestProgress() {
            @Override
            public void accept(LogTotals totals) {
                bar.stepTo(totals.storedBytes());
                bar.setExtraMessage(totals.events() + " events");
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** A line at most every ten seconds. */
    static IngestProgress lines(List<LogSource> logs, PrintWriter to, InstantSource clock) {
        var size = size(logs);
        return new IngestProgress() {
            private Instant next = clock.instant().plus(Duration.ofSeconds(10));

            @Override
            public void accept(LogTotals totals) {
                var now = clock.instant();
                if (now.isBefore(next)) {
                    return;
                }
                next = now.plus(Duration.ofSeconds(10));
                var share = size.isEmpty() ? "" : " (" + percent(totals.storedBytes(), size.getAsLong()) + " %)";
                to.println("read " + totals.lines() + " lines, " + totals.events() + " events" + share);
                to.flush();
            }

            @Override
            public void close() {}
        };
    }

    private static long percent(long part, long whole) {
        return whole == 0 ? 100 : Math.min(100, 100 * part / whole);
    }

    private static OptionalLong size(List<LogSource> logs) {
        long sum = 0;
        for (var log : logs) {
            var size = log.size();
            if (size.isEmpty()) {
                return size;
            }
            sum += size.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
