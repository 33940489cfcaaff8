/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.TemporaryFolder;
import io.whence.bench.Bench;
import io.whence.bench.BenchChart;
import io.whence.bench.BenchPlan;
import io.whence.bench.BenchReport;
import io.whence.bench.Pipeline;
import io.whence.bench.Skew;
import io.whence.domain.access.Products;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence bench}: what the whole costs, beside what less would cost. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker and a schema registry on this machine, puts requests on the topic and lets one pipeline"
                    + " after the other read them, each in a process of its own: ${COMPLETION-CANDIDATES:-all of them}."
                    + " Prints processor time, garbage and changelog bytes for each record of the second half, and the time"
                    + " from the start to the first record, with the table of origins read from a file.",
            "",
            "Only ratios within one run mean anything: machines differ, and so do hours of the day.",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence bench",
            "  whence bench --records 6000000 --runs 5 --out bench",
            "  whence bench --organizations 1000000 --pipeline PASS_THROUGH,WHENCE"
        })
final class BenchCommand implements Callable<Integer> {

    private static final long LEAST_RECORDS = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Requests on the topic; half of them warm up. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--organizations",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Who send them. Default: ${DEFAULT-VALUE}.")
    private int organizations;

    @Option(
            names = "--skew",
            paramLabel = "KIND",
            defaultValue = "ZIPF",
            description = "How they are spread: ${COMPLETION-CANDIDATES}; HOT is one that sends 95 %%."
                    + " Default: ${DEFAULT-VALUE}.")
    private Skew skew;

    @Option(
            names = "--span",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "Event time from the first request to the last; from 1,110 on days are closed and assessed."
                    + " Default: ${DEFAULT-VALUE}.")
    private int span;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of the topic. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of Kafka Streams. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--commit",
            paramLabel = "MILLIS",
            defaultValue = "1000",
            description = "Between commits. Default: ${DEFAULT-VALUE}.")
    private int commit;

    @Option(
            names = "--heap",
            paramLabel = "MEGABYTES",
            defaultValue = "4096",
            description = "Of the process that is measured. Default: ${DEFAULT-VALUE}.")
    private int heap;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Pipeline> pipelines = Pipeline.here();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for bench.json and bench.svg.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (records < LEAST_RECORDS || runs < 1 || organizations < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--records must be " + LEAST_RECORDS + " or more, --organizations and --runs 1 or more");
        }
        if (!Pipeline.here().containsAll(pipelines)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--pipeline FLINK needs Flink on the class path; leave it out, or see performance.md");
        }
        List<RegionPolicy> judging = policies.policies(Products.NONE);
        try (TemporaryFolder folder = TemporaryFolder.create("whence-bench")) {
            BenchReport report = bench(folder.path()).run(registryHome(), judging);
            write(report);
            PrintWriter answer = spec.commandLine().getOut();
            answer.println(json ? BenchJson.of(report).toPrettyString() : BenchWords.of(report));
            answer.flush();
            return 0;
        } catch (IOException | IllegalStateException | GeoSourceException failed) {
            say("bench: " + failed.getMessage());
            return 1;
        }
    }

    private Bench bench(Path folder) {
        BenchPlan plan =
                new BenchPlan(records, organizations, skew, span, partitions, threads, commit, heap, runs, pipelines);
        say("broker, registry and " + BenchWords.count(records) + " requests first; then each pipeline");
        return new Bench(plan, folder, measured -> say(BenchWords.line(measured)));
    }

    private static Path registryHome() {
        return Path.of(System.getProperty("whence.home", "streams"), "target", "registry");
    }

    private void write(BenchReport report) throws IOException {
        if (out != null) {
            Files.createDirectories(out);
            Files.writeString(out.resolve("bench.json"), BenchJson.of(report).toPrettyString());
            Files.writeString(out.resolve("bench.svg"), new BenchChart(report).svg());
        }
    }

    private void say(String line) {
        PrintWriter progress = spec.commandLine().getErr();
        progress.println(line);
        progress.flush();
    }
}
