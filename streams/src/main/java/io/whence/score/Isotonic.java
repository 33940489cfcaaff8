/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Steps that never fall: the share of violators among those of about the same score, by pooling adjacent violators.
 *
 * @param steps from which score on, and the probability there; rising
 */
public record Isotonic(List<Step> steps) {

    /** With fewer reviewed organizations its steps are noise; use {@link Platt}. */
    public static final int ENOUGH = 500;

    /**
     * One step.
     *
     * @param from lowest score of it
     * @param probability share of positives
     * @param weight how many it rests on
     */
    public record Step(double from, double probability, double weight) {

        private Step with(Step next) {
            double sum = weight + next.weight;
            return new Step(from, (probability * weight + next.probability * next.weight) / sum, sum);
        }
    }

    public Isotonic {
        steps = List.copyOf(steps);
    }

    /** The steps that fit best. */
    public static Isotonic fit(List<Sample> samples) {
        List<Step> steps = new ArrayList<>();
        samples.stream().sorted(Comparator.comparingDouble(Sample::score)).forEach(sample -> {
            Step next = new Step(sample.score(), sample.positive() ? 1 : 0, sample.weight());
            while (!steps.isEmpty() && falls(steps.get(steps.size() - 1), next)) {
                next = steps.remove(steps.size() - 1).with(next);
            }
            steps.add(next);
        });
        return new Isotonic(steps);
    }

    private static boolean falls(Step before, Step next) {
        return before.probability >= next.probability || before.from == next.from;
    }

    /** What a probability that was said should have been. */
    public double of(double score) {
        double probability = steps.get(0).probability();
        for (Step step : steps) {
            if (step.from > score) {
                break;
            }
            probability = step.probability;
        }
        return probability;
    }
}
