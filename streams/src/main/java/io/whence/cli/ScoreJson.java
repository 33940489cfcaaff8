/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.score.Attribution;
import io.whence.score.Curves;
import io.whence.score.Outcome;
import io.whence.score.Scorecard;
import io.whence.score.Shares;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A score for machines. */
final class ScoreJson {

    private ScoreJson() {}

    static Map<String, Object> of(Score score) {
        Map<String, Object> all = new LinkedHashMap<>();
        Shares.Worst worst = Shares.worst(score.outcomes(), Outcome::warned);
        all.put("organizations", score.outcomes().size());
        all.put("base_rate", score.card().baseRate());
        all.put("worst_clean_class", worst.archetype());
        all.put("explained_rightly", value(Attribution.accuracy(score.outcomes())));
        all.put("figures", score.figures().stream().map(ScoreJson::figure).toList());
        all.put("kinds", kinds(score.outcomes()));
        all.put("calibration", Curves.bins(score.card().samples(score.outcomes())));
        Map<String, Object> rules = new LinkedHashMap<>();
        score.baselines().forEach((rule, outcomes) -> rules.put(rule, rule(score.card(), outcomes)));
        all.put("simple_rules", rules);
        return all;
    }

    private static Map<String, Object> figure(Scorecard.Measured measured) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("key", measured.figure().key());
        figure.put("baseline", value(measured.baseline()));
        figure.put("reach", measured.figure().reach());
        figure.put("aim", measured.figure().aim());
        figure.put("measured", value(measured.value()));
        figure.put("low", value(measured.interval().low()));
        figure.put("high", value(measured.interval().high()));
        figure.put("met", measured.met());
        return figure;
    }

    private static Map<String, Object> kinds(List<Outcome> all) {
        Map<String, Object> kinds = new TreeMap<>();
        all.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.subject().archetype()))
                .forEach((kind, outcomes) -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("number", outcomes.size());
                    row.put("warned", value(Shares.of(outcomes, Outcome::warned)));
                    row.put("enforced", value(Shares.of(outcomes, Outcome::enforced)));
                    row.put("days_median", value(Shares.daysToWarning(outcomes, 0.5)));
                    row.put("days_p90", value(Shares.daysToWarning(outcomes, 0.9)));
                    kinds.put(kind.toLowerCase(Locale.ROOT), row);
                });
        return kinds;
    }

    private static Map<String, Object> rule(Scorecard card, List<Outcome> outcomes) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("auc_pr", value(Curves.averagePrecision(card.samples(outcomes))));
        row.put("precision", value(Shares.precision(outcomes, Outcome::warned, card.baseRate())));
        row.put("false_warnings", value(Shares.falsePerThousandMonths(outcomes, Outcome::warned)));
        row.put("worst", value(Shares.worst(outcomes, Outcome::warned).rate()));
        return row;
    }

    /** JSON knows no number that is none. */
    private static @Nullable Double value(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
