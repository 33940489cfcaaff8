/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.access.Products;
import io.whence.quickstart.DemoTraffic;
import io.whence.quickstart.LogTraffic;
import io.whence.quickstart.QuickstartException;
import io.whence.quickstart.QuickstartOptions;
import io.whence.quickstart.QuickstartRun;
import io.whence.quickstart.SampleTraffic;
import io.whence.quickstart.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence quickstart}: everything on this machine, with traffic to look at. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, a schema registry and Whence on this machine, feeds a sample or your logs and shows what"
                    + " comes of it. Ctrl-C stops all of it and removes its files.",
            "",
            "Exit code: 0 done, 1 something failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence quickstart",
            "  whence quickstart --once --timeout 60",
            "  whence quickstart --logs access.log --organization field:remote_user"
        })
final class QuickstartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LogOptions logs;

    @Mixin
    private OrganizationOptions known;

    @Mixin
    private PolicyOptions policies;

    @Mixin
    private GeoOptions geolocation;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the application; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

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
    public Integer call() throws IOException {
        if (story) {
            tell(new DemoTraffic());
            return 0;
        }
        var judging = policies.policies(Products.NONE);
        var traffic = traffic();
        try {
            new QuickstartRun(options()).run(traffic, settings -> RunningWhence.start(settings, judging), lines());
            return 0;
        } catch (QuickstartException e) {
            var err = spec.commandLine().getErr();
            err.println("quickstart: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    private Traffic traffic() throws IOException {
        if (!logs.given()) {
            return new SampleTraffic();
        }
        var sources = logs.sources();
        for (var file :
                sources.stream().flatMap(source -> source.file().stream()).toList()) {
            if (!Files.isReadable(file)) {
                throw new ParameterException(spec.commandLine(), "--logs: " + file + " cannot be read");
            }
        }
        return new LogTraffic(sources, logs.reading(), known.read());
    }

    private QuickstartOptions options() {
        var all = new HashMap<>(geolocation.settings());
        all.putAll(settings);
        return new QuickstartOptions(
                Path.of(System.getProperty("whence.home", "streams")),
                once,
                Duration.ofSeconds(timeoutSeconds),
                keep,
                all);
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
