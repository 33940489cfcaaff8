/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The figures that detection is held to.
 *
 * @param baseRate share of organizations that really operate from unsupported regions, between 0 and 1
 */
public record Scorecard(double baseRate) {

    /** One customer in a hundred. */
    public static final double USUAL_BASE_RATE = 0.01;

    /** False warnings in 1000 clean organizations a month at which recall is told, at most. */
    public static final double WARNING_RATE = 1.5;

    private static final String KEY_COMPROMISE = "KEY_COMPROMISE";
    private static final String EDGE_PLATFORM = "EDGE_PLATFORM";

    /**
     * A figure as it was measured.
     *
     * @param figure which
     * @param baseline what warning at any request from an unsupported region comes to; not a number where unknown
     * @param value what was measured; not a number where there was nothing to measure
     * @param interval its 95 % interval
     */
    public record Measured(Figure figure, double baseline, double value, Bootstrap.Interval interval) {

        public String met() {
            return figure.met(value);
        }
    }

    /**
     * Takes every figure.
     *
     * @param baseline the same organizations, warned at any request; empty where that is unknown
     */
    public List<Measured> measure(List<Outcome> outcomes, List<Outcome> baseline, Bootstrap bootstrap) {
        return figures().stream()
                .map(figure -> new Measured(
                        figure,
                        baseline.isEmpty() ? Double.NaN : figure.measure().applyAsDouble(baseline),
                        figure.measure().applyAsDouble(outcomes),
                        bootstrap.interval(outcomes, figure.measure())))
                .toList();
    }

    /** All figures, in the order of the table. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("auc_pr", "AUC-PR", 0.85, 0.92, true, this::averagePrecision));
        figures.add(
                lower("false_warnings", "false warnings per 1000 clean a month", 1.5, 0.5, Scorecard::falseWarnings));
        figures.add(lower("false_warnings_worst", "  worst clean class", 30, 10, Scorecard::worstRate));
        recalls(figures);
        figures.add(days("days_direct", "median days to warning: direct", 4, 2, "DIRECT"));
        figures.add(days("days_leak", "  leak", 7, 5, "LEAK"));
        figures.add(days("days_hydra", "  hydra", 5, 3, "HYDRA"));
        edge(figures);
        figures.add(lower("clean_enforced", "clean organizations enforced", 0, 0, Scorecard::cleanEnforced));
        figures.add(lower("calibration_error", "expected calibration error", 0.005, 0.002, this::calibrationError));
        figures.add(new Figure("brier_skill", "Brier skill", 0.6, 0.8, true, this::brierSkill));
        figures.add(
                new Figure("reason_fidelity", "warnings with true top reasons", 0.97, 0.99, true, Reasons::fidelity));
        framed(figures);
        return figures;
    }

    private static void recalls(List<Figure> figures) {
        figures.add(recall("direct", "recall at " + WARNING_RATE + ": direct", 0.95, 0.98, "DIRECT"));
        figures.add(recall("leak", "  leak", 0.95, 0.97, "LEAK"));
        figures.add(recall("vpn_hopping", "  VPN hopping", 0.85, 0.90, "VPN_HOPPING"));
        figures.add(recall("forged_forwarding", "  forged forwarding", 0.97, 0.99, "FORGED_FORWARDING"));
        figures.add(recall("threshold_hugger", "  threshold hugger", 0.93, 0.95, "THRESHOLD_HUGGER"));
        figures.add(recall("residential_proxy", "  residential proxy", 0.5, 0.85, "RESIDENTIAL_PROXY"));
        figures.add(recall("hydra", "  hydra", 0.6, 0.90, "HYDRA"));
        figures.add(recall("reseller", "  reseller", 0.3, 0.50, "RESELLER"));
        figures.add(recall("cloud_relay", "  cloud relay", 0.15, 0.35, "CLOUD_RELAY"));
    }

    private static void edge(List<Figure> figures) {
        figures.add(lower(
                "edge_accused",
                "edge organizations told they are there",
                0,
                0,
                outcomes -> count(edgeOf(outcomes), outcome -> outcome.warned() || outcome.enforced())));
        figures.add(new Figure(
                "edge_advised",
                "  given the edge advisory",
                0.95,
                0.95,
                true,
                outcomes -> Shares.of(edgeOf(outcomes), advised(EDGE_PLATFORM))));
    }

    private static void framed(List<Figure> figures) {
        figures.add(lower(
                "framed_enforced",
                "framed organizations enforced",
                0,
                0,
                outcomes -> count(framedOf(outcomes), Outcome::enforced)));
        figures.add(new Figure(
                "framed_named",
                "  named as key compromise",
                0,
                1,
                true,
                outcomes -> Shares.of(
                        framedOf(outcomes),
                        advised(KEY_COMPROMISE)
                                .or(outcome ->
                                        KEY_COMPROMISE.equals(outcome.verdict().explanation())))));
    }

    private static Figure lower(
            String key, String name, double reach, double aim, ToDoubleFunction<List<Outcome>> measure) {
        return new Figure(key, name, reach, aim, false, measure);
    }

    private static Figure recall(String key, String name, double reach, double aim, String archetype) {
        return new Figure("recall_" + key, name, reach, aim, true, outcomes -> recall(outcomes, archetype));
    }

    private static Figure days(String key, String name, double reach, double aim, String archetype) {
        return lower(key, name, reach, aim, outcomes -> Shares.daysToWarning(Shares.kind(outcomes, archetype), 0.5));
    }

    /** Warned organizations of a kind, of those warnings that stay when the weakest go until the rate is kept. */
    static double recall(List<Outcome> outcomes, String archetype) {
        double level = Shares.levelAt(outcomes, WARNING_RATE);
        return Shares.of(
                Shares.kind(outcomes, archetype),
                outcome -> outcome.warned() && outcome.verdict().peak() >= level);
    }

    private static double falseWarnings(List<Outcome> outcomes) {
        return Shares.falsePerThousandMonths(outcomes, Outcome::warned);
    }

    private static double worstRate(List<Outcome> outcomes) {
        return Shares.worst(outcomes, Outcome::warned).rate();
    }

    private static double cleanEnforced(List<Outcome> outcomes) {
        return count(Shares.clean(outcomes), Outcome::enforced);
    }

    /** The same samples as the truth weighs them. */
    public List<Sample> samples(List<Outcome> outcomes) {
        return Sample.weighed(
                outcomes.stream()
                        .map(outcome -> new Sample(
                                outcome.verdict().last(), outcome.subject().violator(), 1))
                        .toList(),
                baseRate);
    }

    private double averagePrecision(List<Outcome> outcomes) {
        return Curves.averagePrecision(samples(outcomes));
    }

    private double calibrationError(List<Outcome> outcomes) {
        return Curves.calibrationError(samples(outcomes));
    }

    private double brierSkill(List<Outcome> outcomes) {
        return Curves.brierSkill(samples(outcomes));
    }

    private static Predicate<Outcome> advised(String explanation) {
        return outcome -> outcome.verdict().advisories().contains(explanation);
    }

    private static List<Outcome> edgeOf(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.subject().edge()).toList();
    }

    private static List<Outcome> framedOf(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.subject().framed()).toList();
    }

    private static double count(List<Outcome> outcomes, Predicate<Outcome> holds) {
        return outcomes.isEmpty() ? Double.NaN : outcomes.stream().filter(holds).count();
    }
}
