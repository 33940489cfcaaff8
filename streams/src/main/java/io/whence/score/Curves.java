/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures of scores and probabilities against the truth. */
public final class Curves {

    /** How many bins the calibration error is taken over. */
    public static final int BINS = 10;

    private Curves() {}

    /**
     * Area under the curve of precision over recall, as average precision: the sum of each gain in recall times the
     * precision there. Samples of the same score come together.
     *
     * @return 0 to 1; not a number when there are no positives
     */
    public static double averagePrecision(List<Sample> samples) {
        List<Sample> sorted = sorted(samples);
        double positives = weight(samples.stream().filter(Sample::positive).toList());
        double found = 0;
        double taken = 0;
        double area = 0;
        int i = 0;
        while (i < sorted.size()) {
            double score = sorted.get(i).score();
            double before = found;
            for (; i < sorted.size() && sorted.get(i).score() == score; i++) {
                taken += sorted.get(i).weight();
                found += sorted.get(i).positive() ? sorted.get(i).weight() : 0;
            }
            area += (found - before) / positives * (found / taken);
        }
        return positives == 0 ? Double.NaN : area;
    }

    /** Mean squared distance of the probabilities from the truth, 0 to 1. */
    public static double brier(List<Sample> samples) {
        double sum = samples.stream()
                .mapToDouble(sample -> sample.weight() * Math.pow(sample.score() - (sample.positive() ? 1 : 0), 2))
                .sum();
        return sum / weight(samples);
    }

    /** How much better the probabilities are than to always say the base rate: 1 is perfect, 0 no better. */
    public static double brierSkill(List<Sample> samples) {
        double rate = weight(samples.stream().filter(Sample::positive).toList()) / weight(samples);
        return 1 - brier(samples) / (rate * (1 - rate));
    }

    /** Mean distance between what was said and what was true over ten bins of equal weight, 0 to 1. */
    public static double calibrationError(List<Sample> samples) {
        return bins(samples).stream()
                        .mapToDouble(bin -> bin.weight * Math.abs(bin.said - bin.truth))
                        .sum()
                / weight(samples);
    }

    /**
     * Part of the samples, by score.
     *
     * @param said mean probability
     * @param truth share of positives
     * @param weight how many there are
     */
    public record Bin(double said, double truth, double weight) {

        private static final Bin EMPTY = new Bin(0, 0, 0);

        /** The same with part of another in it. */
        private Bin with(Bin other, double part) {
            double sum = weight + part;
            return sum == 0
                    ? this
                    : new Bin(
                            (said * weight + other.said * part) / sum,
                            (truth * weight + other.truth * part) / sum,
                            sum);
        }
    }

    /**
     * The samples in ten bins of equal weight, lowest first. Samples of the same score are alike: where a border falls
     * among them, each side gets as much of the truth.
     */
    public static List<Bin> bins(List<Sample> samples) {
        double full = weight(samples) / BINS;
        List<Bin> bins = new ArrayList<>();
        Bin open = Bin.EMPTY;
        for (Bin same : scores(samples)) {
            double left = same.weight;
            while (bins.size() < BINS - 1 && left >= full - open.weight) {
                double part = full - open.weight;
                bins.add(open.with(same, part));
                open = Bin.EMPTY;
                left -= part;
            }
            open = open.with(same, left);
        }
        if (open.weight > 0) {
            bins.add(open);
        }
        return bins;
    }

    /** The samples of each score as one, lowest first. */
    private static Collection<Bin> scores(List<Sample> samples) {
        Map<Double, Bin> scores = new TreeMap<>();
        for (Sample sample : samples) {
            Bin own = new Bin(sample.score(), sample.positive() ? 1 : 0, sample.weight());
            scores.merge(sample.score(), own, (one, other) -> one.with(other, other.weight));
        }
        return scores.values();
    }

    private static double weight(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::weight).sum();
    }

    private static List<Sample> sorted(List<Sample> samples) {
        return samples.stream()
                .sorted(Comparator.comparingDouble(Sample::score).reversed())
                .toList();
    }
}
