/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all evidence comes to.
 *
 * @param modelVersion the version of the weights
 * @param scoreDecibans log-odds of unsupported use: the sum of the findings
 * @param findings what it is made of, heaviest first, the prior last
 * @param explanations the probability of each explanation, which add up to 1
 */
public record Verdict(
        String modelVersion, double scoreDecibans, List<Finding> findings, Map<Explanation, Double> explanations) {

    /** Even odds less 3 dB. */
    private static final double ONE_IN_THREE = -3;

    /** What direct requests weigh at least, in decibans, where something rests on them. */
    private static final double CARRIES = 10;

    public Verdict {
        findings = List.copyOf(findings);
        EnumMap<Explanation, Double> copy = new EnumMap<>(Explanation.class);
        copy.putAll(explanations);
        explanations = Collections.unmodifiableMap(copy);
    }

    /** How far the score has come. */
    public Level level() {
        return Level.of(scoreDecibans);
    }

    /** Probability of unsupported use. */
    public double probability() {
        return Decibans.toProbability(scoreDecibans);
    }

    /** The most probable explanation that somebody is to be blamed for, or that nobody is. */
    public Explanation best(boolean benign) {
        return explanations.entrySet().stream()
                .filter(entry -> entry.getKey().benign() == benign)
                .max(Map.Entry.<Explanation, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Explanation, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** What the findings of a family weigh together. */
    public double of(Family family) {
        return findings.stream()
                .filter(finding -> finding.family() == family)
                .mapToDouble(Finding::weightDecibans)
                .sum();
    }

    /**
     * Whether evidence of a masked origin is enough to ask the organization: nine in ten without any direct request,
     * and one in three without the hours of the day, which accuse nobody.
     */
    public boolean masked() {
        double without = scoreDecibans - Math.max(0, of(Family.DIRECT_EGRESS));
        return without >= Level.NOTICE.from() && without - Math.max(0, of(Family.TIME)) >= ONE_IN_THREE;
    }

    /**
     * Whether an order to refuse requests may rest on it: direct requests that weigh 10 dB and more after everything
     * that explains them, and one in three at least in all. Nothing indirect carries an order. The bound in all is not
     * higher because one database alone never says more of some regions: 20 dB of Russia make even odds.
     */
    public boolean carriesAnOrder() {
        return scoreDecibans >= ONE_IN_THREE && of(Family.DIRECT_EGRESS) >= CARRIES;
    }

    /**
     * What speaks of an origin that is hidden from the addresses: networks that hide, places that do not fit, round
     * trips and log-ins that show nobody; the hours of the day left out.
     */
    public double hiding() {
        double logIns = findings.stream()
                .filter(finding -> finding.code().equals(LogIns.HOSTED))
                .mapToDouble(Finding::weightDecibans)
                .sum();
        return of(Family.ANONYMIZER) + of(Family.TRAVEL) + of(Family.DELAY) + logIns;
    }

    /** What all families weigh that speak of a masked origin. */
    double hidden() {
        double hidden = 0;
        for (Family family : Family.values()) {
            hidden += family.indirect() ? Math.max(0, of(family)) : 0;
        }
        return hidden;
    }
}
