/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.score.Attribution;
import io.whence.score.Curves;
import io.whence.score.Outcome;
import io.whence.score.Scorecard;
import io.whence.score.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A score for a person at a screen. */
final class ScoreWords {

    private static final double[] BASE_RATES = {0.001, 0.01, 0.05};

    /** The probability from which a warning may be sent: 9.5 decibans. */
    private static final double NOTICE = 0.9;

    private ScoreWords() {}

    static List<String> of(Score score) {
        List<String> lines = new ArrayList<>();
        lines.addAll(heading(score));
        lines.add("");
        lines.addAll(figures(score));
        lines.add("");
        lines.addAll(kinds(score));
        lines.add("");
        lines.addAll(rates(score));
        if (!score.baselines().isEmpty()) {
            lines.add("");
            lines.addAll(rules(score));
        }
        return lines;
    }

    private static List<String> heading(Score score) {
        List<Outcome> clean = score.outcomes().stream()
                .filter(outcome -> !outcome.subject().violator())
                .toList();
        double months = Shares.months(clean);
        Shares.Worst worst = Shares.worst(score.outcomes(), Outcome::warned);
        return List.of(
                format(
                        "%d organizations, %d of them violators, weighed to %s; %.0f clean organization-months",
                        score.outcomes().size(),
                        score.outcomes().size() - clean.size(),
                        percent(score.card().baseRate()),
                        months),
                format("worst clean class: %s, %.1f in 1000 a month", worst.archetype(), worst.rate()),
                format("had no clean organization been enforced, at most %.1e a month would be", 3 / months));
    }

    private static List<String> figures(Score score) {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%-38s %9s %8s %8s %9s %-19s %s", "figure", "baseline", "reach", "aim", "measured", "[95 %]", "met"));
        for (Scorecard.Measured measured : score.figures()) {
            lines.add(format(
                    "%-38s %9s %8s %8s %9s %-19s %s",
                    measured.figure().name(),
                    number(measured.baseline()),
                    number(measured.figure().reach()),
                    number(measured.figure().aim()),
                    number(measured.value()),
                    "[" + number(measured.interval().low()) + ", "
                            + number(measured.interval().high()) + "]",
                    measured.met()));
        }
        return lines;
    }

    private static List<String> kinds(Score score) {
        Map<String, List<Outcome>> kinds = new TreeMap<>(score.outcomes().stream()
                .collect(Collectors.groupingBy(outcome -> outcome.subject().archetype())));
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%-20s %6s %7s %8s %9s %9s %8s %6s",
                "kind", "number", "warned", "enforced", "days 50 %", "days 90 %", "advised", "flips"));
        kinds.forEach((kind, outcomes) -> lines.add(format(
                "%-20s %6d %7s %8s %9s %9s %8s %6s",
                kind.toLowerCase(Locale.ROOT),
                outcomes.size(),
                number(Shares.of(outcomes, Outcome::warned)),
                number(Shares.of(outcomes, Outcome::enforced)),
                number(Shares.daysToWarning(outcomes, 0.5)),
                number(Shares.daysToWarning(outcomes, 0.9)),
                number(Shares.of(
                        outcomes, outcome -> !outcome.verdict().advisories().isEmpty())),
                number(Shares.flips(outcomes, NOTICE)))));
        lines.add(format(
                "explained rightly, of the violators that were warned: %s",
                number(Attribution.accuracy(score.outcomes()))));
        return lines;
    }

    private static List<String> rates(Score score) {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%-12s %8s %10s %8s %8s %12s %10s",
                "base rate", "AUC-PR", "precision", "recall", "F1", "calibration", "skill"));
        for (double rate : BASE_RATES) {
            var samples = new Scorecard(rate).samples(score.outcomes());
            double precision = Shares.precision(score.outcomes(), Outcome::warned, rate);
            double recall = recall(score.outcomes());
            lines.add(format(
                    "%-12s %8s %10s %8s %8s %12s %10s",
                    percent(rate),
                    number(Curves.averagePrecision(samples)),
                    number(precision),
                    number(recall),
                    number(Shares.f1(precision, recall)),
                    number(Curves.calibrationError(samples)),
                    number(Curves.brierSkill(samples))));
        }
        return lines;
    }

    private static List<String> rules(Score score) {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%-28s %8s %10s %8s %12s %12s",
                "simple rule", "AUC-PR", "precision", "recall", "false, all", "false, worst"));
        score.baselines()
                .forEach((rule, outcomes) -> lines.add(format(
                        "%-28s %8s %10s %8s %12s %12s",
                        rule,
                        number(Curves.averagePrecision(score.card().samples(outcomes))),
                        number(Shares.precision(
                                outcomes, Outcome::warned, score.card().baseRate())),
                        number(recall(outcomes)),
                        number(Shares.falsePerThousandMonths(outcomes, Outcome::warned)),
                        number(Shares.worst(outcomes, Outcome::warned).rate()))));
        return lines;
    }

    private static double recall(List<Outcome> outcomes) {
        return Shares.of(
                outcomes.stream()
                        .filter(outcome -> outcome.subject().violator())
                        .toList(),
                Outcome::warned);
    }

    private static String percent(double share) {
        return number(100 * share) + " %";
    }

    /** As few digits as say it. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (value == Math.rint(value)) {
            return format("%.0f", value);
        }
        return format(Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.3f" : "%.4f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).stripTrailing();
    }
}
