/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;

/**
 * A score, and whether it should have been high.
 *
 * @param score higher for what is more likely to be positive; a probability where one is needed
 * @param positive the truth
 * @param weight how many it stands for, above 0
 */
public record Sample(double score, boolean positive, double weight) {

    /**
     * Samples that weigh as if the positive ones were as rare as they are.
     *
     * @param baseRate share of positives there really are, between 0 and 1
     */
    public static List<Sample> weighed(List<Sample> samples, double baseRate) {
        double positives = samples.stream().filter(Sample::positive).count();
        double negatives = samples.size() - positives;
        return samples.stream()
                .map(sample -> new Sample(
                        sample.score,
                        sample.positive,
                        sample.positive ? baseRate / positives : (1 - baseRate) / negatives))
                .toList();
    }
}
