/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.geo.GeoSourceException;
import io.whence.http.Json;
import io.whence.score.Baselines;
import io.whence.score.Bootstrap;
import io.whence.score.Outcome;
import io.whence.score.Scorecard;
import io.whence.score.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence score}: how well a backtest did on simulated traffic. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Holds what a backtest said against the truth of the simulation, with 95 %% intervals by drawing"
                    + " organizations again. Several simulations and their results are pooled, in the same order.",
            "",
            "With --logs, simple rules are told as well, by the same geolocation.",
            "",
            "Exit code: 0 every figure reaches what it must, 1 some do not, or a file cannot be read, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence score --truth sim/truth.jsonl --results result --logs sim/access-logs.jsonl.gz --out scores"
        })
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "truth.jsonl of each simulation.")
    private List<Path> truths = List.of();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "Folder with the results of each backtest.")
    private List<Path> results = List.of();

    @Mixin
    private LogOptions logs;

    @Mixin
    private GeoOptions geolocation;

    @Mixin
    private PolicyOptions policies;

    @Mixin
    private ConfigOptions configuration;

    @Option(
            names = "--base-rate",
            paramLabel = "SHARE",
            defaultValue = "" + Scorecard.USUAL_BASE_RATE,
            description = "Share of organizations that really violate. Default: ${DEFAULT-VALUE}.")
    private double baseRate;

    @Option(
            names = "--bootstrap",
            paramLabel = "ROUNDS",
            defaultValue = "1000",
            description = "Draws for the intervals. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for score.json and score.txt.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (truths.size() != results.size()) {
            throw new ParameterException(spec.commandLine(), "--truth and --results must be as many");
        }
        if (!(baseRate > 0 && baseRate < 1) || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--base-rate must be between 0 and 1, --bootstrap above 0");
        }
        try {
            return told(score());
        } catch (GeoSourceException | IOException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    private Score score() throws IOException, GeoSourceException {
        List<Outcome> outcomes = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            List<Subject> of = ScoreFiles.subjects(truths.get(i));
            subjects.addAll(of);
            outcomes.addAll(ScoreFiles.outcomes(of, results.get(i)));
        }
        Map<String, List<Outcome>> baselines = logs.given() ? baselines(subjects) : Map.of();
        Scorecard card = new Scorecard(baseRate);
        Bootstrap bootstrap = new Bootstrap(rounds, Bootstrap.USUAL.seed());
        return new Score(
                card,
                outcomes,
                baselines,
                card.measure(outcomes, baselines.getOrDefault(Baselines.ANY_REQUEST, List.of()), bootstrap));
    }

    private Map<String, List<Outcome>> baselines(List<Subject> subjects) throws IOException, GeoSourceException {
        var judging = policies.policies(configuration.config(Map.of()).products());
        return new BaselineReplay(
                        geolocation.open(), judging, spec.commandLine().getErr())
                .run(logs.sources(), logs.reading())
                .outcomes(subjects);
    }

    private int told(Score score) throws IOException {
        List<String> words = ScoreWords.of(score);
        String structured = Json.pretty(ScoreJson.of(score));
        PrintWriter screen = spec.commandLine().getOut();
        (json ? List.of(structured) : words).forEach(screen::println);
        screen.flush();
        if (out != null) {
            Files.createDirectories(out);
            Files.writeString(out.resolve("score.json"), structured + '\n');
            Files.write(out.resolve("score.txt"), words);
        }
        return score.figures().stream().anyMatch(measured -> measured.met().equals("no")) ? 1 : 0;
    }
}
