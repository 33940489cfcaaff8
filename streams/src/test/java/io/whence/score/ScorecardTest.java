/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import static io.whence.score.Outcomes.clean;
import static io.whence.score.Outcomes.outcome;
import static io.whence.score.Outcomes.quiet;
import static io.whence.score.Outcomes.subject;
import static io.whence.score.Outcomes.violator;
import static io.whence.score.Outcomes.warnedOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Bootstrap FEW = new Bootstrap(50, 1);

    @Test
    void aPerfectDetectorComesToEveryAim() {
        List<Outcome> outcomes = new ArrayList<>();
        for (String kind : List.of(
                "DIRECT",
                "LEAK",
                "VPN_HOPPING",
                "FORGED_FORWARDING",
                "THRESHOLD_HUGGER",
                "RESIDENTIAL_PROXY",
                "HYDRA")) {
            outcomes.add(outcome(violator(kind, 0), warnedOn(1, 1)));
        }
        outcomes.add(outcome(violator("RESELLER", 0), warnedOn(1, 1)));
        outcomes.add(outcome(violator("CLOUD_RELAY", 0), warnedOn(1, 1)));
        outcomes.add(outcome(clean("OFFICE"), quiet(0)));
        outcomes.add(outcome(clean("SAAS_EDGE"), advised("EDGE_PLATFORM")));
        outcomes.add(outcome(clean("FRAMED_KEY"), advised("KEY_COMPROMISE")));

        assertThat(new Scorecard(0.01).measure(outcomes, List.of(), FEW))
                .allSatisfy(measured ->
                        assertThat(measured.met()).as(measured.figure().name()).isEqualTo("aim"));
    }

    @Test
    void anAccusedEdgeOrganizationAndAnEnforcedFramedOneAreCounted() {
        List<Outcome> outcomes = List.of(
                outcome(clean("SAAS_EDGE"), warnedOn(3, 0.95)),
                outcome(clean("SAAS_EDGE"), advised("EDGE_PLATFORM")),
                outcome(clean("FRAMED_KEY"), enforced()),
                outcome(violator("DIRECT", 0), quiet(0.1)));

        Map<String, Double> values = values(outcomes);
        assertThat(values)
                .containsEntry("edge_accused", 1.0)
                .containsEntry("edge_advised", 0.5)
                .containsEntry("framed_enforced", 1.0)
                .containsEntry("framed_named", 0.0)
                .containsEntry("clean_enforced", 1.0)
                .containsEntry("recall_direct", 0.0);
    }

    @Test
    void recallIsThatOfTheWarningsWhichKeepTheRate() {
        List<Outcome> outcomes = List.of(
                outcome(clean("OFFICE"), warnedOn(3, 0.95)),
                outcome(violator("LEAK", 0), warnedOn(3, 0.93)),
                outcome(violator("LEAK", 0), warnedOn(3, 0.99)));

        // one false warning in one organization-month is too many: it goes, and all that are weaker
        assertThat(Scorecard.recall(outcomes, "LEAK")).isEqualTo(0.5);
    }

    @Test
    void aReasonIsTrueOnlyOfWhatWasDoneThere() {
        Subject direct = violator("DIRECT", 0);
        Subject misplaced = subject("GEOLOCATION_ERROR", null, Set.of("DE"), Set.of());

        assertThat(Reasons.isTrue("DIRECT_EGRESS_CN", direct)).isTrue();
        assertThat(Reasons.isTrue("DIRECT_EGRESS_RU", direct)).isFalse();
        assertThat(Reasons.isTrue("DIRECT_EGRESS_CN", misplaced)).isFalse();
        assertThat(Reasons.isTrue("CONSOLE_CN", direct)).isTrue();
        assertThat(Reasons.isTrue("GAP", direct)).isFalse();
        assertThat(Reasons.isTrue("SOMETHING_NEW", direct)).isFalse();
    }

    @Test
    void fidelityIsTheShareOfWarningsWhoseHeaviestThreeReasonsAreTrue() {
        Verdict honest = warnedBy(List.of("DIRECT_EGRESS_CN", "CONSOLE_CN"));
        Verdict fourthWrong = warnedBy(List.of("DIRECT_EGRESS_CN", "CONSOLE_CN", "DIRECT_EGRESS_CN", "GAP"));
        Verdict wrong = warnedBy(List.of("DIRECT_EGRESS_CN", "GAP"));
        List<Outcome> outcomes = List.of(
                outcome(violator("DIRECT", 0), honest),
                outcome(violator("DIRECT", 0), fourthWrong),
                outcome(violator("DIRECT", 0), wrong),
                outcome(clean("OFFICE"), quiet(0)));

        assertThat(Reasons.fidelity(outcomes)).isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void warningsAreExplainedRightlyByTheKindOfViolator() {
        List<Outcome> outcomes = List.of(
                outcome(violator("DIRECT", 0), warnedOn(1, 1)),
                outcome(violator("HYDRA", 0), warnedOn(1, 1)),
                outcome(clean("OFFICE"), warnedOn(1, 1)));

        assertThat(Attribution.accuracy(outcomes)).isEqualTo(0.5);
    }

    @Test
    void figuresThatCannotBeMeasuredSaySo() {
        Map<String, Double> values = values(List.of(outcome(clean("OFFICE"), quiet(0))));

        assertThat(values.get("auc_pr")).isNaN();
        assertThat(values.get("recall_hydra")).isNaN();
        assertThat(new Scorecard(0.01).figures().get(0).met(Double.NaN)).isEqualTo("-");
    }

    @Test
    void bootstrapIsTheSameForTheSameSeedAndHoldsTheMean() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        Bootstrap.Interval first = new Bootstrap(1000, 3)
                .interval(
                        numbers,
                        drawn -> drawn.stream().mapToInt(i -> i).average().orElse(0));
        Bootstrap.Interval again = new Bootstrap(1000, 3)
                .interval(
                        numbers,
                        drawn -> drawn.stream().mapToInt(i -> i).average().orElse(0));

        assertThat(again).isEqualTo(first);
        // the standard error of the mean of 0 to 99 is 2.89
        assertThat(first.low()).isBetween(42.0, 45.5);
        assertThat(first.high()).isBetween(53.5, 57.0);
    }

    private static Map<String, Double> values(List<Outcome> outcomes) {
        return new Scorecard(0.01)
                .measure(outcomes, List.of(), FEW).stream()
                        .collect(Collectors.toMap(measured -> measured.figure().key(), Scorecard.Measured::value));
    }

    private static Verdict advised(String explanation) {
        return new Verdict(null, null, null, List.of(), Set.of(explanation), null, List.of(0.0));
    }

    private static Verdict enforced() {
        return new Verdict(null, LocalDate.of(2024, 9, 20), null, List.of(), Set.of(), null, List.of(0.5));
    }

    private static Verdict warnedBy(List<String> reasons) {
        return new Verdict(Outcomes.FROM, null, "DIRECT", reasons, Set.of(), null, List.of(0.95));
    }
}
