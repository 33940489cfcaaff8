/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the score would be at most if one family of evidence had an explanation that nobody is to be blamed for.
 *
 * @param family the family that weighs nothing then
 * @param scoreDecibans the score without it
 */
public record Counterfactual(Family family, double scoreDecibans) {

    private static final Comparator<Counterfactual> LOWEST_FIRST =
            Comparator.comparingDouble(Counterfactual::scoreDecibans).thenComparing(Counterfactual::family);

    /**
     * One for each family that speaks against the organization, that which would change most first.
     *
     * @param findings as they weigh in a verdict: they add up to its score
     */
    public static List<Counterfactual> of(List<Finding> findings) {
        Map<Family, Double> weights = new EnumMap<>(Family.class);
        findings.forEach(finding -> weights.merge(finding.family(), finding.weightDecibans(), Double::sum));
        double score =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .filter(family -> family.getKey() != Family.PRIOR && Decibans.rounded(family.getValue()) > 0)
                .map(family -> new Counterfactual(family.getKey(), Decibans.rounded(score - family.getValue())))
                .sorted(LOWEST_FIRST)
                .toList();
    }

    /** The probability of unsupported use that would be left, to the thousandth, as notices tell theirs. */
    public double probability() {
        return Math.rint(Decibans.toProbability(scoreDecibans) * 1000) / 1000;
    }

    /** What would have to be known, in one sentence: what an organization can show, never how to hide. */
    public String sentence() {
        return "If " + condition() + ", the probability would be "
                + String.format(Locale.ROOT, "%.1f %%.", 100 * probability());
    }

    private String condition() {
        return switch (family) {
            case DIRECT_EGRESS ->
                "the networks of the direct requests are not where they are placed, or are a registered network of the"
                        + " organization";
            case ANONYMIZER ->
                "the networks that hide where requests start are a registered network of the organization";
            case TIME ->
                "its hours and holidays have a reason that it can name, such as a shift or jobs at fixed times";
            case TRAVEL -> "its clients run at several places at once, as programs do";
            case SHARED_EGRESS -> "it shares its networks with others for a reason that it can name";
            case DELAY -> "a registered proxy of the organization explains the round trips";
            case CLIENT ->
                "a registered proxy, a journey or an error in its profile explains headers, log-ins and billing";
            case PRIOR -> throw new IllegalStateException("the prior is no evidence");
        };
    }
}
