/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.Backtest;
import io.whence.app.BacktestFiles;
import io.whence.app.Settings;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.geo.MaxMindLocator;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.LogTotals;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * The application's own stream over logs.
 *
 * @param config how it is set
 * @param policies what it judges by
 * @param organizations what is known of the organizations
 * @param options what else it goes by
 * @param complaints where lines that cannot be read are named
 */
record LogReplay(
        WhenceConfig config,
        List<RegionPolicy> policies,
        List<Organization> organizations,
        ReplayOptions options,
        PrintWriter complaints) {

    /** How many events are taken before what they led to is put away. */
    private static final int BATCH = 1000;

    /** What it came to. */
    record Outcome(BacktestFiles files, LogTotals totals, Ledger ledger) {}

    Outcome run(MaxMindLocator locator, List<LogSource> logs, LogReading reading) throws IOException {
        try (Backtest backtest = new Backtest(
                locator,
                Settings.proxies(config),
                Settings.tallyRules(config),
                config.pseudonymKey(),
                options.receivedAt())) {
            policies.forEach(backtest::policy);
            organizations.forEach(backtest::organization);
            options.controls().forEach(backtest::control);
            options.actions().forEach(backtest::action);
            BacktestFiles files = new BacktestFiles();
            LogTotals totals = read(backtest, files, logs, reading);
            if (options.until() == null) {
                backtest.finish();
            } else {
                backtest.finish(options.until());
            }
            files.add(backtest.drain());
            return new Outcome(files, totals, backtest.ledger());
        }
    }

    private LogTotals read(Backtest backtest, BacktestFiles files, List<LogSource> logs, LogReading reading)
            throws IOException {
        try (MergedLogs events = MergedLogs.open(
                logs,
                reading,
                line -> complaints.println(
                        line.log() + ":" + line.line() + ": " + line.reason() + ": " + line.detail()))) {
            int taken = 0;
            for (LoggedEvent event = events.next(); event != null; event = events.next()) {
                backtest.accept(event.event());
                if (++taken % BATCH == 0) {
                    files.add(backtest.drain());
                }
            }
            return events.totals();
        }
    }
}
