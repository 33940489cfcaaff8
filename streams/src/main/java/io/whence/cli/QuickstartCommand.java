/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.quickstart.DemoTraffic;
import io.whence.quickstart.QuickstartException;
import io.whence.quickstart.QuickstartOptions;
import io.whence.quickstart.QuickstartRun;
import io.whence.quickstart.SampleTraffic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence quickstart}: everything on this machine, with traffic to look at. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, a schema registry and Whence on this machine, feeds sample traffic and shows what comes of"
                    + " it. Ctrl-C stops all of it and removes its files.",
            "",
            "Exit code: 0 done, 1 something failed, 2 wrong usage.",
            ""
        },
        footer = {"", "Example:", "  whence quickstart", "  whence quickstart --once --timeout 60"})
final class QuickstartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--once",
            description = "Stop as soon as the notices of the sample are there: 0 when they came, 1 when they did not.")
    private boolean once;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long --once waits for the notices after the start (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(names = "--keep", description = "Leave the files: logs, topics, state.")
    private boolean keep;

    @Option(names = "--story", description = "Tell what is true of the organizations of the sample; start nothing.")
    private boolean story;

    @Override
    public Integer call() {
        if (story) {
            tell(new DemoTraffic());
            return 0;
        }
        var options = new QuickstartOptions(
                Path.of(System.getProperty("whence.home", "streams")),
                once,
                Duration.ofSeconds(timeoutSeconds),
                keep,
                Map.of());
        var judging = policies.policies();
        try {
            new QuickstartRun(options)
                    .run(new SampleTraffic(), settings -> RunningWhence.start(settings, judging), lines());
            return 0;
        } catch (QuickstartException e) {
            var err = spec.commandLine().getErr();
            err.println("quickstart: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    private void tell(DemoTraffic sample) {
        var out = lines();
        for (var demo : sample.organizations()) {
            var profile = demo.organization();
            out.accept(demo.id() + " (" + profile.name() + ", says it is in " + profile.declaredCountry() + ")");
            out.accept("  " + demo.truth());
            out.accept("  To see: " + demo.toSee());
        }
    }

    private Consumer<String> lines() {
        PrintWriter out = spec.commandLine().getOut();
        return line -> {
            out.println(line);
            out.flush();
        };
    }
}
