/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds findings up. Each family is held within its bounds, for its findings depend on each other. What indirect
 * evidence says for an organization, and days without any direct request, lower a low score and count less the nearer
 * the score comes to even odds: nobody can buy a notice off with ordinary traffic.
 */
public final class Reckoning {

    /** Below so many decibans, indirect evidence for the organization counts in full; from 0 on not at all. */
    private static final double FULL_BELOW = -10;

    /** A finding of so many decibans speaks for its explanations in full. */
    private static final double CLEAR = 3;

    /** Nothing to explain is what most organizations are; the other benign explanations are about as rare. */
    private static final double ORDINARY = 10;

    private static final Comparator<Finding> HEAVIEST_FIRST =
            Comparator.comparingDouble(Finding::weightDecibans).reversed().thenComparing(Finding::code);

    private final EvidenceModel model;
    private final double directCap;

    /**
     * A reckoning by a model.
     *
     * @param directCap most decibans that direct egress may weigh in the regions it was seen in
     */
    public Reckoning(EvidenceModel model, double directCap) {
        this.model = model;
        this.directCap = directCap;
    }

    /** The verdict on findings as they weigh each by itself. */
    public Verdict verdict(List<Finding> findings) {
        Map<Family, List<Finding>> families = new TreeMap<>();
        findings.forEach(finding -> families.computeIfAbsent(finding.family(), any -> new ArrayList<>())
                .add(finding));
        List<Finding> all = new ArrayList<>();
        double accusing = model.priorDecibans();
        for (Map.Entry<Family, List<Finding>> family : families.entrySet()) {
            family.setValue(bounded(family.getKey(), family.getValue()));
            double sum = sum(family.getValue());
            accusing += fades(family) ? Math.max(0, sum) : sum;
        }
        double fade = Math.max(0, Math.min(1, accusing / FULL_BELOW));
        for (Map.Entry<Family, List<Finding>> family : families.entrySet()) {
            List<Finding> held = family.getValue();
            all.addAll(fades(family) && sum(held) < 0 ? faded(held, fade) : held);
        }
        all.removeIf(finding -> finding.weightDecibans() == 0 && spokeForThem(finding, findings));
        all.sort(HEAVIEST_FIRST);
        all.add(prior());
        double score = Decibans.rounded(sum(all));
        return new Verdict(model.version(), score, all, explanations(score, findings));
    }

    /** All indirect evidence fades, and what direct evidence says for an organization when none speaks against it. */
    private static boolean fades(Map.Entry<Family, List<Finding>> family) {
        return family.getKey().indirect()
                || family.getValue().stream().noneMatch(finding -> finding.weightDecibans() > 0);
    }

    private List<Finding> bounded(Family family, List<Finding> findings) {
        EvidenceModel.Bounds bounds = model.bounds(family);
        double most = family == Family.DIRECT_EGRESS ? Math.min(directCap, bounds.most()) : bounds.most();
        List<Finding> held = new ArrayList<>();
        double above = most;
        for (Finding finding : findings.stream().sorted(HEAVIEST_FIRST).toList()) {
            if (finding.weightDecibans() >= 0) {
                Finding kept = weighing(finding, Math.min(finding.weightDecibans(), above));
                above -= kept.weightDecibans();
                held.add(kept);
            }
        }
        double below = bounds.least() - (most - above);
        for (Finding finding :
                findings.stream().sorted(HEAVIEST_FIRST.reversed()).toList()) {
            if (finding.weightDecibans() < 0) {
                Finding kept = weighing(finding, Math.max(finding.weightDecibans(), below));
                below -= kept.weightDecibans();
                held.add(kept);
            }
        }
        return held;
    }

    private static List<Finding> faded(List<Finding> findings, double fade) {
        return findings.stream()
                .map(finding -> weighing(finding, finding.weightDecibans() * fade))
                .toList();
    }

    /** Whether a finding spoke for the organization by itself; left with no weight, it is no reason for anything. */
    private static boolean spokeForThem(Finding finding, List<Finding> findings) {
        return findings.stream().anyMatch(own -> own.code().equals(finding.code()) && own.weightDecibans() < 0);
    }

    private static Finding weighing(Finding finding, double weight) {
        return new Finding(
                finding.code(),
                finding.family(),
                Decibans.rounded(weight),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.sentence());
    }

    private static double sum(List<Finding> findings) {
        return findings.stream().mapToDouble(Finding::weightDecibans).sum();
    }

    private Finding prior() {
        String sentence = String.format(
                java.util.Locale.ROOT,
                "Before any evidence, %s customer in %s is taken to operate from an unsupported region.",
                "1",
                share(1 / model.prior()));
        return new Finding("PRIOR", Family.PRIOR, Decibans.rounded(model.priorDecibans()), null, null, sentence);
    }

    private static String share(double customers) {
        return customers == Math.rint(customers)
                ? String.valueOf((long) customers)
                : String.format(java.util.Locale.ROOT, "%.1f", customers);
    }

    /** First whether anybody is to blame, by the score; then how, by what the findings speak for. */
    private Map<Explanation, Double> explanations(double score, List<Finding> findings) {
        Map<Explanation, Double> odds = new EnumMap<>(Explanation.class);
        for (Explanation explanation : Explanation.values()) {
            double decibans = explanation == Explanation.ORDINARY ? ORDINARY : 0;
            for (Finding finding : findings) {
                decibans += fit(finding, explanation);
            }
            odds.put(explanation, StrictMath.pow(10, decibans / 10));
        }
        double probability = Decibans.toProbability(score);
        double evading = total(odds, false);
        double benign = total(odds, true);
        odds.replaceAll((explanation, weight) ->
                explanation.benign() ? (1 - probability) * weight / benign : probability * weight / evading);
        return odds;
    }

    private double fit(Finding finding, Explanation explanation) {
        double fit = model.fitOf(finding.code()).getOrDefault(explanation, 0.0);
        boolean accusing = !explanation.benign() || finding.weightDecibans() > 0;
        return accusing ? fit * Math.max(0, Math.min(1, finding.weightDecibans() / CLEAR)) : fit;
    }

    private static double total(Map<Explanation, Double> odds, boolean benign) {
        return odds.entrySet().stream()
                .filter(entry -> entry.getKey().benign() == benign)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
