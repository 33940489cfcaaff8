/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What was measured.
 *
 * @param plan what was asked for
 * @param measured every run, in the order they were made
 */
public record BenchReport(BenchPlan plan, List<Measured> measured) {

    public BenchReport {
        measured = List.copyOf(measured);
    }

    /**
     * One figure of one pipeline over its runs.
     *
     * @param low the lowest
     * @param median the one in the middle, or the mean of the two there
     * @param high the highest
     */
    public record Spread(double low, double median, double high) {}

    /** A figure of a pipeline; empty when that was not run. */
    public Optional<Spread> spread(Pipeline pipeline, ToDoubleFunction<Measured> figure) {
        double[] sorted = measured.stream()
                .filter(one -> one.pipeline() == pipeline)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int runs = sorted.length;
        return runs == 0
                ? Optional.empty()
                : Optional.of(new Spread(sorted[0], (sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2, sorted[runs - 1]));
    }

    /**
     * How many times the processor time of another pipeline one takes, by their medians; empty when one was not run.
     */
    public Optional<Double> ratio(Pipeline pipeline, Pipeline to) {
        return spread(pipeline, Measured::cpuMicros)
                .flatMap(own -> spread(to, Measured::cpuMicros).map(other -> own.median() / other.median()));
    }
}
