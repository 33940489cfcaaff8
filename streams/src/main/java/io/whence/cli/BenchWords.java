/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.bench.BenchReport;
import io.whence.bench.Measured;
import io.whence.bench.Pipeline;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was measured, in words. */
final class BenchWords {

    private static final String COLUMNS = "%-50s %9s %15s %9s %9s %8s %9s %10s %9s %8s%n";

    private BenchWords() {}

    /** One run. */
    static String line(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%-50s %6.2f us of processor time, %,.0f records a second",
                measured.pipeline().title(),
                measured.cpuMicros(),
                measured.perSecond());
    }

    /** All runs, a line for each pipeline. */
    static String of(BenchReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                COLUMNS,
                "medians of " + report.plan().runs() + ", second half",
                "us CPU",
                "lowest-highest",
                "x decode",
                "x passed",
                "per core",
                "garbage B",
                "changelog B",
                "heap MB",
                "start s"));
        report.plan().pipelines().forEach(pipeline -> text.append(row(report, pipeline)));
        return text.toString().stripTrailing();
    }

    private static String row(BenchReport report, Pipeline pipeline) {
        BenchReport.Spread cpu = report.spread(pipeline, Measured::cpuMicros).orElseThrow();
        return String.format(
                Locale.ROOT,
                COLUMNS,
                pipeline.title(),
                String.format(Locale.ROOT, "%.2f", cpu.median()),
                String.format(Locale.ROOT, "%.2f-%.2f", cpu.low(), cpu.high()),
                ratio(report.ratio(pipeline, Pipeline.DECODE)),
                ratio(report.ratio(pipeline, Pipeline.PASS_THROUGH)),
                median(report, pipeline, "%,.0f", Measured::perCoreSecond),
                median(report, pipeline, "%,.0f", Measured::garbage),
                median(report, pipeline, "%,.1f", Measured::changelog),
                median(report, pipeline, "%,.0f", measured -> measured.heapBytes() / 1e6),
                median(report, pipeline, "%,.1f", Measured::startSeconds));
    }

    private static String median(
            BenchReport report, Pipeline pipeline, String form, ToDoubleFunction<Measured> figure) {
        return String.format(
                Locale.ROOT, form, report.spread(pipeline, figure).orElseThrow().median());
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(times -> String.format(Locale.ROOT, "%.2f", times)).orElse("-");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
