/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Measures of what was said of organizations; each is not a number where there is nothing to measure. */
public final class Shares {

    /** Days of a month, as the rates are told. */
    public static final double MONTH = 30;

    private static final double THOUSAND = 1000;
    private static final double ROUNDING = 1e-9;

    private Shares() {}

    /** Share of the outcomes for which something holds. */
    public static double of(List<Outcome> outcomes, Predicate<Outcome> holds) {
        return outcomes.isEmpty()
                ? Double.NaN
                : (double) outcomes.stream().filter(holds).count() / outcomes.size();
    }

    /** Clean organizations for which something holds, in 1000 over 30 days. */
    public static double falsePerThousandMonths(List<Outcome> outcomes, Predicate<Outcome> holds) {
        List<Outcome> clean = clean(outcomes);
        double months = months(clean);
        return months == 0
                ? Double.NaN
                : THOUSAND * clean.stream().filter(holds).count() / months;
    }

    /** How many months organizations were observed, all together. */
    public static double months(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(outcome -> outcome.subject().days()).sum() / MONTH;
    }

    /** The kind of clean organizations with the highest rate, and the rate. */
    public static Worst worst(List<Outcome> outcomes, Predicate<Outcome> holds) {
        return clean(outcomes).stream()
                .collect(Collectors.groupingBy(outcome -> outcome.subject().archetype()))
                .entrySet()
                .stream()
                .map(kind -> new Worst(kind.getKey(), falsePerThousandMonths(kind.getValue(), holds)))
                .max(Comparator.comparingDouble(Worst::rate).thenComparing(Worst::archetype))
                .orElse(new Worst("none", Double.NaN));
    }

    /**
     * The kind that fares worst.
     *
     * @param archetype its name
     * @param rate in 1000 over 30 days
     */
    public record Worst(String archetype, double rate) {}

    /** Precision where violators are as rare as they really are. */
    public static double precision(List<Outcome> outcomes, Predicate<Outcome> holds, double baseRate) {
        double right = baseRate * of(violators(outcomes), holds);
        double wrong = (1 - baseRate) * of(clean(outcomes), holds);
        return right + wrong == 0 ? Double.NaN : right / (right + wrong);
    }

    /** The harmonic mean of precision and recall. */
    public static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * Days from the first violating day to the first warning of those that were warned.
     *
     * @param quantile 0.5 is the median; 0 to 1
     * @return the smallest number of days within which at least that share was warned
     */
    public static double daysToWarning(List<Outcome> outcomes, double quantile) {
        long[] days = outcomes.stream()
                .filter(outcome -> outcome.subject().firstViolatingDay() != null)
                .filter(Outcome::warned)
                .mapToLong(outcome -> Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                                Objects.requireNonNull(outcome.subject().firstViolatingDay()),
                                Objects.requireNonNull(outcome.verdict().warned()))))
                .sorted()
                .toArray();
        return days.length == 0 ? Double.NaN : days[(int) Math.max(0, Math.ceil(quantile * days.length) - 1)];
    }

    /**
     * The probability below which warnings would have to be left out, so that no more clean organizations than that are
     * warned; 0 when none must be.
     *
     * @param rate clean organizations in 1000 over 30 days
     */
    public static double levelAt(List<Outcome> outcomes, double rate) {
        List<Outcome> clean = clean(outcomes);
        int allowed = (int) Math.floor(rate * months(clean) / THOUSAND + ROUNDING);
        double[] peaks = clean.stream()
                .filter(Outcome::warned)
                .mapToDouble(outcome -> outcome.verdict().peak())
                .sorted()
                .toArray();
        return allowed >= peaks.length ? 0 : Math.nextUp(peaks[peaks.length - 1 - allowed]);
    }

    /** How often on average a probability went back over a level it had crossed. */
    public static double flips(List<Outcome> outcomes, double level) {
        return outcomes.stream()
                .mapToInt(outcome -> outcome.verdict().flips(level))
                .average()
                .orElse(Double.NaN);
    }

    /** The upper end of the 95 % interval of a rate of which nothing was seen: the rule of three. */
    public static double upperBoundOfNone(double months) {
        return 3 / months;
    }

    static List<Outcome> clean(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.subject().violator())
                .toList();
    }

    static List<Outcome> violators(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.subject().violator()).toList();
    }

    static List<Outcome> kind(List<Outcome> outcomes, String... archetypes) {
        List<String> kinds = Arrays.asList(archetypes);
        return outcomes.stream()
                .filter(outcome -> kinds.contains(outcome.subject().archetype()))
                .toList();
    }
}
