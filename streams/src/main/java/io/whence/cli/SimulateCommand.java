/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.geo.GeoSourceException;
import io.whence.simulate.Archetype;
import io.whence.simulate.Simulation;
import io.whence.simulate.SimulationFiles;
import io.whence.simulate.SimulationPlan;
import io.whence.simulate.SimulationSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence simulate}: labelled traffic to measure detection by. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up organizations of known kind and place and the access log they leave, on the address space of the"
                    + " geolocation databases: the same seed gives the same files, byte for byte.",
            "",
            "Writes access-logs.jsonl.gz, organizations.jsonl, truth.jsonl and networks/, lists and a second opinion on"
                    + " countries that are right and wrong as often as was measured. No line is about anybody real.",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence simulate --seed 7 --out sim",
            "  whence backtest --logs sim/access-logs.jsonl.gz --organizations sim/organizations.jsonl"
                    + " --networks sim/networks --out result",
            "  whence score --truth sim/truth.jsonl --results result"
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies;

    @Mixin
    private GeoOptions geolocation;

    @Mixin
    private ConfigOptions configuration;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Option(names = "--seed", required = true, description = "What all chance depends on.")
    private long seed;

    @Option(
            names = "--organizations",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Default: ${DEFAULT-VALUE}.")
    private int organizations;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2024-09-09",
            description = "First day. Default: ${DEFAULT-VALUE}, so that make-up workdays and Golden Week are in it;"
                    + " calendars are known from August to December 2024.")
    private LocalDate from;

    @Option(names = "--days", paramLabel = "N", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--evaders",
            paramLabel = "SHARE",
            defaultValue = "0.25",
            description = "Share of organizations that operate from unsupported regions; scoring weighs them back."
                    + " Default: ${DEFAULT-VALUE}.")
    private double evaders;

    @Option(
            names = "--archetypes",
            paramLabel = "KIND",
            split = ",",
            description = "Only these kinds: ${COMPLETION-CANDIDATES}.")
    private List<Archetype> archetypes = List.of();

    @Option(names = "--adaptive", description = "Evaders know the published weights and caps.")
    private boolean adaptive;

    @Option(
            names = "--console",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Log-ins to the console are logged, or are not. Default: ${DEFAULT-VALUE}.")
    private boolean console;

    @Option(
            names = "--intensity",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Factor on the number of requests. Default: ${DEFAULT-VALUE}.")
    private double intensity;

    @Override
    public Integer call() {
        SimulationPlan plan = plan();
        try (SimulationFiles files = new SimulationFiles(out)) {
            SimulationSummary made =
                    Simulation.of(plan, geolocation.open(), unsupported()).write(files);
            spec.commandLine()
                    .getOut()
                    .println(made.events() + " events of " + made.organizations() + " organizations, "
                            + made.violators() + " of them violators, written to " + out);
            return 0;
        } catch (GeoSourceException | IOException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
    }

    private SimulationPlan plan() {
        Set<Archetype> kinds = new HashSet<>(archetypes);
        try {
            return new SimulationPlan(seed, organizations, from, days, evaders, kinds, adaptive, console, intensity);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Predicate<String> unsupported() {
        List<RegionPolicy> judging =
                policies.policies(configuration.config(Map.of()).products());
        var start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        return country -> judging.stream()
                .anyMatch(
                        policy -> policy.versionInForce(start).standingOf(new Region(country)) == Standing.UNSUPPORTED);
    }
}
