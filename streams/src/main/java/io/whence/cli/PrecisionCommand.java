/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.AppealRecord;
import io.whence.app.ControlTopic;
import io.whence.app.SignalControls;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.cases.Suspensions;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                    + " that are surely below a floor. With --publish these lose the right to support enforcement from"
                    + " the next midnight (UTC) on, that is at least an hour away: a control on the topic controls, which"
                    + " the stream obeys and `whence control restore-signal` ends.",
            "",
            "Exit code: 0 none is below the floor, 1 some are, or nothing can be read, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence precision --from result",
            "  whence precision --from result --floor 0.8 --json",
            "  whence precision --brokers localhost:9092 --publish --actor 'Jane Doe'"
        })
final class PrecisionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder with notices.jsonl and case-events.jsonl, as a backtest writes them. Without it, the"
                    + " topics are read.")
    private @Nullable Path from;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--floor",
            paramLabel = "SHARE",
            defaultValue = "" + SignalPrecision.DEFAULT_FLOOR,
            description = "Share of decided appeals that must be confirmed, 0 to 1; a signal is below it when the upper"
                    + " end of the 95 %% interval is, and at least " + SignalPrecision.FEWEST_DECIDED
                    + " appeals were decided. Default: ${DEFAULT-VALUE}, as often right as wrong.")
    private double floor;

    @Option(names = "--publish", description = "Suspend the signals that are below the floor.")
    private boolean publish;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who answers for --publish.")
    private String actor = "";

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    @SuppressForbidden("what is suspended from tomorrow on is a matter of the clock on the wall")
    public Integer call() {
        checkUsage();
        Clock clock = Clock.systemUTC();
        try {
            return from == null ? ofTopics(clock) : ofFiles(from, clock);
        } catch (IOException | KafkaException unreadable) {
            spec.commandLine().getErr().println("whence: " + unreadable.getMessage());
            return 1;
        }
    }

    private void checkUsage() {
        if (!(floor >= 0 && floor <= 1)) {
            throw wrong("--floor: " + floor + " is not from 0 to 1");
        }
        if (publish && from != null) {
            throw wrong("--publish goes by the topics; leave --from out");
        }
        if (publish && actor.isBlank()) {
            throw wrong("--publish needs --actor: no control without somebody who answers for it");
        }
    }

    private int ofFiles(Path folder, Clock clock) throws IOException {
        List<CaseEvent> events =
                JsonLines.read(spec.commandLine(), "--from", folder.resolve(PackSource.EVENTS), Contracts.CASE_EVENT);
        List<Notice> notices =
                JsonLines.read(spec.commandLine(), "--from", folder.resolve(PackSource.NOTICES), Contracts.NOTICE);
        return print(SignalPrecision.of(notices, events), Suspensions.NONE, new SignalControls(clock, actor));
    }

    private int ofTopics(Clock clock) {
        WhenceConfig config = cluster.config();
        SignalControls controls = new SignalControls(clock, actor);
        List<SignalPrecision> signals = AppealRecord.read(config, clock).signals();
        return ControlTopic.with(config, clock, topic -> {
            Map<String, Control> known = topic.read();
            if (publish) {
                for (Control control : controls.suspending(signals, floor, known.values())) {
                    topic.write(control);
                    known.put(control.key(), control);
                }
            }
            return print(signals, Suspensions.of(known.values()), controls);
        });
    }

    private int print(List<SignalPrecision> signals, Suspensions suspensions, SignalControls controls) {
        PrecisionTable table = new PrecisionTable(floor, suspensions, controls.day());
        (json ? table.json(signals) : table.lines(signals))
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return signals.stream().anyMatch(signal -> signal.below(floor)) ? 1 : 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
