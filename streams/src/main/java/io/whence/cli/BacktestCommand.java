/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.Backtest;
import io.whence.app.BacktestFiles;
import io.whence.app.BacktestSummary;
import io.whence.app.Settings;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import io.whence.ingest.LogTotals;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import io.whence.proof.SigningKey;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence backtest}: what the application would have said of logs that are at hand. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the application's own stream over logs, without a broker, and writes what it would have said: the same"
                    + " input gives the same files, byte for byte.",
            "",
            "Writes notices.jsonl, decisions.jsonl, assessments.jsonl, case-events.jsonl, regional-traffic.csv,"
                    + " dead-letters.jsonl, policies.jsonl and summary.json; case-heads.jsonl as well when proof.signing.key.file is set.",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence backtest --logs access.log.gz --organization hash:user_agent --policy openai-api --out result",
            "  whence backtest --logs june.jsonl july.jsonl --policy my-policy.yaml --city GeoIP2-City.mmdb --out result"
        })
final class BacktestCommand implements Callable<Integer> {

    /** How many events are taken before what they led to is put away. */
    private static final int BATCH = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LogOptions logs;

    @Mixin
    private PolicyOptions policies;

    @Mixin
    private GeoOptions geolocation;

    @Mixin
    private ConfigOptions configuration;

    @Mixin
    private OrganizationOptions organizations;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "CIDR",
            split = ",",
            description = "Networks of your own proxies; only their forwarding headers are believed.")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--received-at",
            paramLabel = "INSTANT",
            description = "When the logs are taken to have been received; events of later times are refused. Default:"
                    + " now.")
    private @Nullable Instant receivedAt;

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "What officers decided, as JSON lines of the contract of the topic officer-actions.")
    private @Nullable Path actions;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description =
                    "Up to when time passes after the last event; deadlines up to then are kept. Default: when the"
                            + " day of the last event closes.")
    private @Nullable Instant until;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Override
    public Integer call() {
        Map<String, String> options = geolocation.settings();
        if (!trustedProxies.isEmpty()) {
            options.put(WhenceConfig.TRUSTED_PROXIES, String.join(",", trustedProxies));
        }
        WhenceConfig config = configuration.config(options);
        List<RegionPolicy> judging = policies.policies(config.products());
        try {
            MaxMindLocator locator = new MaxMindLocator(geolocation.open());
            try (Backtest backtest = new Backtest(
                    locator,
                    Settings.proxies(config),
                    Settings.tallyRules(config),
                    config.pseudonymKey(),
                    receivedAt == null ? now() : receivedAt)) {
                judging.forEach(backtest::policy);
                organizations.read().forEach(backtest::organization);
                if (actions != null) {
                    JsonLines.read(spec.commandLine(), "--actions", actions, Contracts.OFFICER_ACTION)
                            .forEach(backtest::action);
                }
                run(backtest, new BacktestSummary(judging, locator.geolocation()), Settings.signingKey(config));
            }
            return 0;
        } catch (GeoSourceException | IOException | ConfigException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    private void run(Backtest backtest, BacktestSummary summary, @Nullable SigningKey key) throws IOException {
        BacktestFiles files = new BacktestFiles();
        LogTotals totals = read(backtest, files);
        if (until == null) {
            backtest.finish();
        } else {
            backtest.finish(until);
        }
        files.add(backtest.drain());
        files.write(out, summary.of(totals, backtest.ledger(), files));
        files.writePolicies(out, summary.policies());
        if (key != null) {
            files.writeHeads(out, key);
        }
        PrintWriter screen = spec.commandLine().getOut();
        summary.lines(totals, backtest.ledger(), files).forEach(screen::println);
        screen.println("written to " + out);
        screen.flush();
    }

    private LogTotals read(Backtest backtest, BacktestFiles files) throws IOException {
        PrintWriter complaints = spec.commandLine().getErr();
        try (MergedLogs events = MergedLogs.open(
                logs.sources(),
                logs.reading(),
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

    @SuppressForbidden("a log that is read now was received by now")
    private static Instant now() {
        return Instant.now();
    }
}
