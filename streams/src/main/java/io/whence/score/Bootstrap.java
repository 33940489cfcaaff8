/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * 95 % intervals by drawing organizations again, with replacement.
 *
 * @param rounds how often, 1 or more
 * @param seed what the draws depend on
 */
public record Bootstrap(int rounds, long seed) {

    /** As the figures are told: 1000 rounds. */
    public static final Bootstrap USUAL = new Bootstrap(1000, 4_711);

    private static final double TAIL = 0.025;

    /**
     * An interval.
     *
     * @param low its lower end; not a number where nothing could be measured
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /** The interval of a measure; rounds in which it cannot be taken are left out. */
    public <T> Interval interval(List<T> all, ToDoubleFunction<List<T>> measure) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] measured = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            List<T> drawn = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                drawn.add(all.get(random.nextInt(all.size())));
            }
            measured[round] = measure.applyAsDouble(drawn);
        }
        double[] sorted = Arrays.stream(measured)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(at(sorted, TAIL), at(sorted, 1 - TAIL));
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }
}
