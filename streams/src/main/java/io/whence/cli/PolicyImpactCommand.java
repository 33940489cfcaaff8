/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.Backtest;
import io.whence.app.Settings;
import io.whence.config.CheckedPolicy;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.ImpactQuestion;
import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import io.whence.http.Json;
import io.whence.http.view.ImpactView;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import io.whence.query.ImpactSearch;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who would stand otherwise if a version of a policy took effect, from logs that are at hand. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description = {
            "Says who would be newly noticed, enforced against or lifted if the newest version of a policy took effect on"
                    + " a day: runs the application's own stream over logs and judges each organization's last window by"
                    + " the policy as it is (the --policy of the same id) and by that version. A running instance answers"
                    + " the same from its state: POST /v1/policies/impact.",
            "",
            "Exit code: 0 answered, 1 refused or failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence policy impact my-policy.yaml --at 2024-10-01 --logs september.jsonl --policy openai-api"
        })
final class PolicyImpactCommand implements Callable<Integer> {

    /** How many events are taken before what they led to is let go. */
    private static final int BATCH = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|ID", description = "The policy whose newest version is asked about.")
    private String fileOrId;

    @Option(names = "--at", paramLabel = "DATE", required = true, description = "The day it would take effect, in UTC.")
    private LocalDate at;

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

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        WhenceConfig config = configuration.config(geolocation.settings());
        CheckedPolicy candidate = CheckedPolicy.together(List.of(PolicyFiles.load(spec, fileOrId)), config.products())
                .get(0);
        if (!candidate.problems().isEmpty()) {
            complain(PolicyWords.of(candidate.file(), candidate.compilation()));
            return 1;
        }
        List<RegionPolicy> judging = policies.policies(config.products());
        RegionPolicy asked = candidate.compilation().orThrow();
        ImpactQuestion question = new ImpactQuestion(
                judging.stream()
                        .filter(policy -> policy.id().equals(asked.id()))
                        .findFirst()
                        .orElse(null),
                asked,
                at.atStartOfDay().toInstant(ZoneOffset.UTC));
        try {
            print(answer(question, config));
            return 0;
        } catch (GeoSourceException | IOException failed) {
            complain("whence: " + failed.getMessage());
            return 1;
        }
    }

    private PolicyImpact answer(ImpactQuestion question, WhenceConfig config) throws GeoSourceException, IOException {
        MaxMindLocator locator = Settings.locator(geolocation.open(), config);
        try (Backtest backtest = new Backtest(
                locator, Settings.proxies(config), Settings.tallyRules(config), config.pseudonymKey(), now())) {
            backtest.policy(question.observing());
            organizations.read().forEach(backtest::organization);
            read(backtest);
            backtest.finish();
            return new ImpactSearch(
                            backtest.state(),
                            locator.geolocation(),
                            config.duration(WhenceConfig.LATENESS),
                            Settings.evidence(config))
                    .of(question, ImpactSearch.Whose.EVERYBODY);
        }
    }

    private void read(Backtest backtest) throws IOException {
        try (MergedLogs events = MergedLogs.open(
                logs.sources(),
                logs.reading(),
                line -> complain(line.log() + ":" + line.line() + ": " + line.reason() + ": " + line.detail()))) {
            int taken = 0;
            for (LoggedEvent event = events.next(); event != null; event = events.next()) {
                backtest.accept(event.event());
                if (++taken % BATCH == 0) {
                    backtest.drain();
                }
            }
        }
    }

    private void print(PolicyImpact impact) {
        var out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(ImpactView.of(impact)) : ImpactWords.of(impact));
        out.flush();
    }

    private void complain(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    @SuppressForbidden("a log that is read now was received by now")
    private static Instant now() {
        return Instant.now();
    }
}
