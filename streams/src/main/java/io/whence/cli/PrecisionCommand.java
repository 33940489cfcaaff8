/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.SignalPrecision;
import io.whence.http.Json;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence precision}: how often each signal was right, as far as appeals show. */
@Command(
        name = "precision",
        mixinStandardHelpOptions = true,
        description = {
            "Counts, for each signal and region that warnings rest on, what became of the appeals, and names the signals"
                    + " that are surely below a floor: they should not support enforcement any more.",
            "",
            "Exit code: 0 none is below the floor, 1 some are, or the files cannot be read, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence precision --from result",
            "  whence precision --from result --floor 0.8 --json"
        })
final class PrecisionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            required = true,
            description = "Folder with notices.jsonl and case-events.jsonl, as a backtest writes them.")
    private Path from;

    @Option(
            names = "--floor",
            paramLabel = "SHARE",
            defaultValue = "" + SignalPrecision.DEFAULT_FLOOR,
            description = "Share of decided appeals that must be confirmed, 0 to 1; a signal is below it when the upper"
                    + " end of the 95 %% interval is. Default: ${DEFAULT-VALUE}, more probable than not.")
    private double floor;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        if (!(floor >= 0 && floor <= 1)) {
            throw new ParameterException(spec.commandLine(), "--floor: " + floor + " is not from 0 to 1");
        }
        try {
            List<CaseEvent> events =
                    JsonLines.read(spec.commandLine(), "--from", from.resolve(PackSource.EVENTS), Contracts.CASE_EVENT);
            List<SignalPrecision> signals = SignalPrecision.of(
                    JsonLines.read(spec.commandLine(), "--from", from.resolve(PackSource.NOTICES), Contracts.NOTICE),
                    events);
            PrintWriter out = spec.commandLine().getOut();
            (json ? List.of(Json.pretty(signals.stream().map(this::asJson).toList())) : table(signals))
                    .forEach(out::println);
            out.flush();
            return signals.stream().anyMatch(signal -> signal.below(floor)) ? 1 : 0;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("whence: " + unreadable);
            return 1;
        }
    }

    private Map<String, Object> asJson(SignalPrecision signal) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("signal", signal.signal());
        row.put("region", signal.region().code());
        row.put("warnings", signal.warnings());
        row.put("appeals", signal.appeals());
        row.put("wrong", signal.wrong());
        row.put("confirmed", signal.confirmed());
        row.put("precision", signal.decided() == 0 ? null : signal.precision());
        row.put("lower_bound", signal.lowerBound());
        row.put("upper_bound", signal.upperBound());
        row.put("below_floor", signal.below(floor));
        return row;
    }

    private List<String> table(List<SignalPrecision> signals) {
        List<String> lines = new ArrayList<>();
        lines.add("signal                       region  warnings  appeals    wrong confirmed  precision  95 %");
        signals.forEach(signal -> lines.add(Printable.of(row(signal))));
        return lines;
    }

    private String row(SignalPrecision signal) {
        String share = signal.decided() == 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", signal.precision());
        return String.format(
                Locale.ROOT,
                "%-28s %-7s %8d %8d %8d %9d %10s  %.2f to %.2f%s",
                signal.signal(),
                signal.region().code(),
                signal.warnings(),
                signal.appeals(),
                signal.wrong(),
                signal.confirmed(),
                share,
                signal.lowerBound(),
                signal.upperBound(),
                signal.below(floor) ? "  BELOW THE FLOOR of " + floor : "");
    }
}
