/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Notice;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import io.whence.http.Json;
import io.whence.http.view.ExplanationView;
import io.whence.http.view.TrafficView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code whence explain}: where an organization stands, and why, asked of a running instance; or whether
 * logs lead to a notice again.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says where an organization stands and why: its traffic by region and day, its case, what it was told, the"
                    + " evidence in decibans, and what is not known. Asks the API of a running instance.",
            "",
            "With --from-logs, runs the application's own stream over logs instead, as backtest does with the same"
                    + " options, and says whether it comes to a notice again, or in which fields that one differs.",
            "",
            "Exit code: 0 explained, or identical; 1 the instance does not answer or does not know the organization, or"
                    + " the notice differs; 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence explain org-jade-river",
            "  whence explain org-jade-river --json --url https://whence.example:8080 --token-file viewer.token",
            "  whence explain 55e8bd7e57bcfbc0dd2f6c100d0807ee --from-logs june.jsonl --notices result/notices.jsonl"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ORGANIZATION|NOTICE",
            description = "Id of the organization, or with --from-logs of the notice.")
    private String id;

    @Option(
            names = "--from-logs",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The logs that the notice rests on; all of them, as for backtest.")
    private List<String> fromLogs = List.of();

    @Option(
            names = "--notices",
            paramLabel = "FILE",
            description = "Where the notice is: JSON lines of the topic compliance-notices, plain or gzip.")
    private @Nullable Path notices;

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

    @Mixin
    private InstanceOptions running;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (!fromLogs.isEmpty() || logs.given()) {
            return fromLogs();
        }
        RunningInstance instance = running.instance();
        try {
            ExplanationView explanation = instance.explanation(id);
            TrafficView traffic = instance.traffic(id);
            var out = spec.commandLine().getOut();
            out.println(json ? json(explanation, traffic) : ExplainWords.of(explanation, traffic));
            out.flush();
            return 0;
        } catch (RunningInstance.NoAnswerException none) {
            var err = spec.commandLine().getErr();
            err.println(none.getMessage());
            err.flush();
            return 1;
        }
    }

    private int fromLogs() {
        if (notices == null) {
            throw new ParameterException(spec.commandLine(), "--from-logs: --notices says where the notice is");
        }
        try {
            JsonNode told = NoticeCheck.told(notices, id);
            if (told == null) {
                return failed("there is no notice " + id + " in " + notices);
            }
            NoticeCheck check = NoticeCheck.of(id, told, recomputed());
            var out = spec.commandLine().getOut();
            (json ? List.of(check.json()) : check.words()).forEach(out::println);
            out.flush();
            return check.identical() ? 0 : 1;
        } catch (GeoSourceException | IOException unusable) {
            return failed(String.valueOf(unusable.getMessage()));
        }
    }

    private List<Notice> recomputed() throws GeoSourceException, IOException {
        WhenceConfig config = configuration.config(replay.settings(geolocation.settings()));
        MaxMindLocator locator = new MaxMindLocator(geolocation.open());
        return new LogReplay(
                        config,
                        policies.policies(config.products()),
                        organizations.read(),
                        replay,
                        spec.commandLine().getErr())
                .run(locator, logs.sources(fromLogs), logs.reading())
                .files()
                .notices();
    }

    private int failed(String why) {
        var err = spec.commandLine().getErr();
        err.println("whence: " + why);
        err.flush();
        return 1;
    }

    private static String json(ExplanationView explanation, TrafficView traffic) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("explanation", explanation);
        both.put("traffic", traffic);
        return Json.pretty(both);
    }
}
