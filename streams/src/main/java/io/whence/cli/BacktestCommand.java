/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.BacktestFiles;
import io.whence.app.BacktestSummary;
import io.whence.app.Settings;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import io.whence.proof.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
            "Writes notices.jsonl, decisions.jsonl, assessments.jsonl, case-events.jsonl, leaks.jsonl,"
                    + " regional-traffic.csv, dead-letters.jsonl, policies.jsonl and summary.json; case-heads.jsonl as well when proof.signing.key.file is set.",
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

    @Mixin
    private ReplayOptions replay;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Override
    public Integer call() {
        WhenceConfig config = configuration.config(replay.settings(geolocation.settings()));
        List<RegionPolicy> judging = policies.policies(config.products());
        try {
            MaxMindLocator locator = Settings.locator(geolocation.open(), config);
            SigningKey key = Settings.signingKey(config);
            LogReplay.Outcome outcome = new LogReplay(
                            config,
                            judging,
                            organizations.read(),
                            replay,
                            spec.commandLine().getErr())
                    .run(locator, logs.sources(), logs.reading());
            write(outcome, new BacktestSummary(judging, locator.geolocation()), key);
            return 0;
        } catch (GeoSourceException | IOException | ConfigException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    private void write(LogReplay.Outcome outcome, BacktestSummary summary, @Nullable SigningKey key)
            throws IOException {
        BacktestFiles files = outcome.files();
        files.write(out, summary.of(outcome.totals(), outcome.ledger(), files));
        files.writePolicies(out, summary.policies());
        if (key != null) {
            files.writeHeads(out, key);
        }
        PrintWriter screen = spec.commandLine().getOut();
        summary.lines(outcome.totals(), outcome.ledger(), files).forEach(screen::println);
        screen.println("written to " + out);
        screen.flush();
    }
}
