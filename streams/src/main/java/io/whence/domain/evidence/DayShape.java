/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How an organization's requests are spread over the hours of its days, and which time zone that fits best.
 *
 * @param days days that were active enough to be looked at
 * @param coherence mean correlation between two of these days, -1 to 1; 0 below two days
 * @param offsetHours hours ahead of UTC that fit best, -11 to 12
 */
record DayShape(int days, double coherence, int offsetHours) {

    /** Below this many days a profile is chance. */
    static final int LEAST_DAYS = 8;

    private static final int HOURS = 24;

    /** Below this many requests a day has no shape. */
    private static final long LEAST_REQUESTS = 10;

    static DayShape of(Collection<EvidenceDay> days, List<Double> shape) {
        double[] sum = new double[HOURS];
        int active = 0;
        for (EvidenceDay day : days) {
            if (day.requests() >= LEAST_REQUESTS) {
                double[] profile = standardized(logarithms(day.hours()));
                active += add(sum, profile);
            }
        }
        double length = dot(sum, sum) / HOURS;
        double coherence = active < 2 ? 0 : (length - active) / ((double) active * (active - 1));
        return new DayShape(active, coherence, bestOffset(sum, shape));
    }

    /** Whether the days resemble each other enough to speak of one. */
    boolean repeats(double leastCoherence) {
        return days >= LEAST_DAYS && coherence > leastCoherence;
    }

    private static int bestOffset(double[] profile, List<Double> shape) {
        double[] wanted = standardized(
                shape.stream().mapToDouble(share -> StrictMath.log(share)).toArray());
        int best = 0;
        double bestFit = Double.NEGATIVE_INFINITY;
        for (int offset = -11; offset <= 12; offset++) {
            double fit = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                fit += profile[hour] * wanted[Math.floorMod(hour + offset, HOURS)];
            }
            if (fit > bestFit) {
                bestFit = fit;
                best = offset;
            }
        }
        return best;
    }

    private static double[] logarithms(long[] hours) {
        return Arrays.stream(hours).mapToDouble(StrictMath::log1p).toArray();
    }

    /** With mean 0 and variance 1; all zero when nothing varies. */
    private static double[] standardized(double[] values) {
        double mean = Arrays.stream(values).sum() / HOURS;
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        double deviation = StrictMath.sqrt(dot(centred, centred) / HOURS);
        return deviation == 0
                ? new double[HOURS]
                : Arrays.stream(centred).map(value -> value / deviation).toArray();
    }

    private static int add(double[] sum, double[] profile) {
        for (int hour = 0; hour < HOURS; hour++) {
            sum[hour] += profile[hour];
        }
        return 1;
    }

    private static double dot(double[] one, double[] other) {
        double product = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            product += one[hour] * other[hour];
        }
        return product;
    }
}
