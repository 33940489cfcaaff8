/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.app.Backtest;
import io.whence.app.PolicyTopic;
import io.whence.app.Settings;
import io.whence.config.WhenceConfig;
import io.whence.domain.origin.OriginLocator;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import io.whence.ingest.format.Unreadable;
import io.whence.wire.AccessEventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Reads the same requests from a log of the native format, which it writes first, as {@code whence backtest} does.
 *
 * @param setting what is measured
 * @param config of the application
 * @param locator of addresses
 * @param clock says when the log is received
 */
record LogBacktest(Setting setting, WhenceConfig config, OriginLocator locator, Clock clock) {

    /** How many events are taken before what they led to is put away. */
    private static final int BATCH = 1000;

    Measured measure() throws IOException {
        Path log = write();
        try (Backtest backtest = new Backtest(
                        locator,
                        Settings.proxies(config),
                        Settings.tallyRules(config),
                        config.pseudonymKey(),
                        clock.instant());
                MergedLogs events = MergedLogs.open(
                        List.of(new LogSource.LogFile(log)), new LogReading(null, null), LogBacktest::refuse)) {
            PolicyTopic.with(config, clock, PolicyTopic::read).values().forEach(backtest::policy);
            long records = setting.plan().records();
            Duration started = Reading.uptime();
            Reading warm = Reading.now(read(events, backtest, 0, records / 2), 0);
            Reading end = Reading.now(read(events, backtest, warm.records(), records), 0);
            return warm.until(end, setting.pipeline(), started);
        }
    }

    private static void refuse(Unreadable line) {
        throw new IllegalStateException("a line of the load cannot be read: " + line.detail());
    }

    private static long read(MergedLogs events, Backtest backtest, long from, long to) throws IOException {
        for (long count = from; count < to; count++) {
            LoggedEvent event = Objects.requireNonNull(events.next(), "the log is too short");
            backtest.accept(event.event());
            if (count % BATCH == 0) {
                backtest.drain();
            }
        }
        return to;
    }

    private Path write() throws IOException {
        Path log = Files.createDirectories(Path.of(setting.directory())).resolve("access-logs.jsonl");
        BenchTraffic traffic = new BenchTraffic(setting.plan());
        try (BufferedWriter lines = Files.newBufferedWriter(log)) {
            for (long number = 0; number < setting.plan().records(); number++) {
                lines.write(AccessEventJson.write(traffic.event(number)));
                lines.write('\n');
            }
        }
        return log;
    }
}
