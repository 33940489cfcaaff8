/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;

/**
 * A straight line through the log-odds: the probability of a score is {@code 1 / (1 + exp(-(slope x + shift)))}, with x
 * the log-odds that were said. After J. Platt, Probabilistic outputs for support vector machines (1999).
 *
 * @param slope 1 when the evidence weighs what it should, less when it weighs too much
 * @param shift natural logarithm of the odds to add; 0 when the prior is right
 */
public record Platt(double slope, double shift) {

    private static final double LEAST = 1e-6;
    private static final int ROUNDS = 100;
    private static final double RIDGE = 1e-9;

    /**
     * The line that makes the truth most likely, by Newton's method; with Platt's correction of the targets, so that
     * few samples do not make it certain.
     *
     * @param samples probabilities and the truth, of both kinds some
     */
    public static Platt fit(List<Sample> samples) {
        double positives = samples.stream().filter(Sample::positive).count();
        double negatives = samples.size() - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("both violators and clean organizations are needed");
        }
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        Platt fitted = new Platt(1, 0);
        for (int round = 0; round < ROUNDS; round++) {
            Platt next = fitted.step(samples, high, low);
            if (Math.abs(next.slope - fitted.slope) + Math.abs(next.shift - fitted.shift) < LEAST) {
                return next;
            }
            fitted = next;
        }
        return fitted;
    }

    private Platt step(List<Sample> samples, double high, double low) {
        double[] gradient = new double[2];
        double[] curvature = {RIDGE, 0, RIDGE};
        for (Sample sample : samples) {
            double x = logOdds(sample.score());
            double said = of(sample.score());
            double error = sample.weight() * (said - (sample.positive() ? high : low));
            double spread = sample.weight() * said * (1 - said);
            gradient[0] += error * x;
            gradient[1] += error;
            curvature[0] += spread * x * x;
            curvature[1] += spread * x;
            curvature[2] += spread;
        }
        double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
        double bySlope = (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant;
        double byShift = (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant;
        double longest = Math.max(1, Math.hypot(bySlope, byShift)); // never further than 1 at once
        return new Platt(slope - bySlope / longest, shift - byShift / longest);
    }

    /** What a probability that was said should have been. */
    public double of(double probability) {
        return 1 / (1 + Math.exp(-(slope * logOdds(probability) + shift)));
    }

    private static double logOdds(double probability) {
        double inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(inside / (1 - inside));
    }
}
