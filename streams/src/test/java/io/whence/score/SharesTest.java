/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import static io.whence.score.Outcomes.clean;
import static io.whence.score.Outcomes.outcome;
import static io.whence.score.Outcomes.quiet;
import static io.whence.score.Outcomes.violator;
import static io.whence.score.Outcomes.warnedOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void falseWarningsAreToldInAThousandOrganizationsOverThirtyDays() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            outcomes.add(outcome(clean("OFFICE"), quiet(0.01)));
        }
        outcomes.add(outcome(clean("TRAVELLER"), warnedOn(3, 0.95)));
        outcomes.add(outcome(violator("DIRECT", 0), warnedOn(3, 0.95)));

        assertThat(Shares.falsePerThousandMonths(outcomes, Outcome::warned)).isEqualTo(20, within(1e-9));
        assertThat(Shares.worst(outcomes, Outcome::warned)).isEqualTo(new Shares.Worst("TRAVELLER", 1000));
    }

    @Test
    void precisionIsThatOfTheBaseRate() {
        List<Outcome> outcomes = List.of(
                outcome(violator("DIRECT", 0), warnedOn(2, 0.99)),
                outcome(violator("LEAK", 0), quiet(0.3)),
                outcome(clean("OFFICE"), warnedOn(2, 0.9)),
                outcome(clean("OFFICE"), quiet(0)),
                outcome(clean("OFFICE"), quiet(0)),
                outcome(clean("OFFICE"), quiet(0)));

        // half of the violators, a quarter of the clean
        assertThat(Shares.precision(outcomes, Outcome::warned, 0.01))
                .isEqualTo(0.005 / (0.005 + 0.99 * 0.25), within(1e-12));
        assertThat(Shares.f1(0.5, 1)).isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void daysToWarningCountFromTheFirstViolatingDayOfThoseWarned() {
        List<Outcome> outcomes = List.of(
                outcome(violator("DIRECT", 0), warnedOn(4, 0.95)),
                outcome(violator("DIRECT", 10), warnedOn(12, 0.95)),
                outcome(violator("DIRECT", 5), warnedOn(25, 0.95)),
                outcome(violator("DIRECT", 5), quiet(0.5)));

        assertThat(Shares.daysToWarning(outcomes, 0.5)).isEqualTo(4);
        assertThat(Shares.daysToWarning(outcomes, 0.9)).isEqualTo(20);
        assertThat(Shares.daysToWarning(List.of(), 0.5)).isNaN();
    }

    @Test
    void theLevelLeavesOutTheWeakestWarningsUntilTheRateIsKept() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 997; i++) {
            outcomes.add(outcome(clean("OFFICE"), quiet(0.01)));
        }
        outcomes.add(outcome(clean("OFFICE"), warnedOn(1, 0.91)));
        outcomes.add(outcome(clean("OFFICE"), warnedOn(1, 0.95)));
        outcomes.add(outcome(clean("OFFICE"), warnedOn(1, 0.99)));

        assertThat(Shares.levelAt(outcomes, 3)).isZero();
        assertThat(Shares.levelAt(outcomes, 1)).isGreaterThan(0.95).isLessThan(0.96);
        assertThat(Shares.levelAt(outcomes, 0)).isGreaterThan(0.99);
    }

    @Test
    void flipsAreCrossingsAfterTheFirst() {
        Verdict verdict = quiet(0.1, 0.95, 0.96, 0.2, 0.97, 0.1);

        assertThat(verdict.flips(0.9)).isEqualTo(3);
        assertThat(quiet(0.1, 0.95, 0.99).flips(0.9)).isZero();
        assertThat(verdict.peak()).isEqualTo(0.97);
        assertThat(verdict.last()).isEqualTo(0.1);
    }

    @Test
    void nothingSeenIsBoundedByTheRuleOfThree() {
        assertThat(Shares.upperBoundOfNone(60_000)).isEqualTo(5e-5, within(1e-12));
    }
}
