/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an organization.
 *
 * @param warned the day of the first warning, or null
 * @param enforced the day of the first order to refuse requests, or null
 * @param classification the explanation the first warning gave, or null
 * @param reasons codes of the reasons of the first warning that weigh against it, heaviest first
 * @param advisories the explanations of all advisories
 * @param explanation the most probable explanation in the end, or null
 * @param probabilities the probability of a violation after each day, in order, each 0 to 1
 */
public record Verdict(
        @Nullable LocalDate warned,
        @Nullable LocalDate enforced,
        @Nullable String classification,
        List<String> reasons,
        Set<String> advisories,
        @Nullable String explanation,
        List<Double> probabilities) {

    /** Nothing was said. */
    public static final Verdict NONE = new Verdict(null, null, null, List.of(), Set.of(), null, List.of());

    public Verdict {
        reasons = List.copyOf(reasons);
        advisories = Set.copyOf(advisories);
        probabilities = List.copyOf(probabilities);
    }

    /** The probability in the end; 0 when there was never any. */
    public double last() {
        return probabilities.isEmpty() ? 0 : probabilities.get(probabilities.size() - 1);
    }

    /** The highest probability of all days; 0 when there was never any. */
    public double peak() {
        return probabilities.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** How often the probability crossed a level, up or down, after the first time up. */
    public int flips(double level) {
        int crossings = 0;
        boolean above = false;
        for (double probability : probabilities) {
            if (probability >= level != above) {
                above = !above;
                crossings++;
            }
        }
        return Math.max(0, crossings - 1);
    }
}
