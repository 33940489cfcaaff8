/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final double EXACT = 1e-12;

    @Test
    void averagePrecisionOfAHandCountedRanking() {
        // ranks: + - + -  => precision 1 at recall 1/2, 2/3 at recall 1
        List<Sample> samples = List.of(sample(0.9, true), sample(0.8, false), sample(0.7, true), sample(0.1, false));

        assertThat(Curves.averagePrecision(samples)).isEqualTo(0.5 + 0.5 * 2 / 3, within(EXACT));
    }

    @Test
    void samplesOfTheSameScoreComeTogether() {
        List<Sample> samples = List.of(sample(0.5, false), sample(0.5, true), sample(0.1, false));

        assertThat(Curves.averagePrecision(samples)).isEqualTo(0.5, within(EXACT));
    }

    @Test
    void withoutPositivesThereIsNoPrecision() {
        assertThat(Curves.averagePrecision(List.of(sample(0.5, false)))).isNaN();
    }

    @Test
    void weighingBringsThePositivesToTheirBaseRate() {
        List<Sample> weighed = Sample.weighed(
                List.of(sample(0.9, true), sample(0.8, true), sample(0.2, false), sample(0.1, false)), 0.01);

        assertThat(weighed.stream()
                        .filter(Sample::positive)
                        .mapToDouble(Sample::weight)
                        .sum())
                .isEqualTo(0.01, within(EXACT));
        assertThat(weighed.stream().mapToDouble(Sample::weight).sum()).isEqualTo(1, within(EXACT));
    }

    @Test
    void averagePrecisionFallsWithTheBaseRate() {
        List<Sample> samples = List.of(sample(0.9, false), sample(0.8, true), sample(0.1, false));

        // at 1 %: the one clean organization above weighs .495, the positive .01
        assertThat(Curves.averagePrecision(Sample.weighed(samples, 0.01)))
                .isEqualTo(0.01 / (0.495 + 0.01), within(EXACT));
    }

    @Test
    void brierIsTheMeanSquaredDistance() {
        List<Sample> samples = List.of(sample(0.8, true), sample(0.4, false));

        assertThat(Curves.brier(samples)).isEqualTo((0.04 + 0.16) / 2, within(EXACT));
        // always saying 0.5 would cost 0.25
        assertThat(Curves.brierSkill(samples)).isEqualTo(1 - 0.1 / 0.25, within(EXACT));
    }

    @Test
    void alwaysSayingTheBaseRateHasNoSkill() {
        List<Sample> samples =
                List.of(sample(0.25, true), sample(0.25, false), sample(0.25, false), sample(0.25, false));

        assertThat(Curves.brierSkill(samples)).isEqualTo(0, within(EXACT));
        assertThat(Curves.calibrationError(samples)).isEqualTo(0, within(EXACT));
    }

    @Test
    void calibrationErrorOfTenBinsOfOneEach() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            samples.add(sample(i / 10.0 + 0.05, i >= 5));
        }

        // distances: .05 .15 .25 .35 .45 on either side
        assertThat(Curves.calibrationError(samples)).isEqualTo(0.25, within(EXACT));
        assertThat(Curves.bins(samples)).hasSize(10);
    }

    @Test
    void aHeavySampleIsSplitOverSeveralBins() {
        List<Sample> samples = List.of(new Sample(0.1, false, 0.5), new Sample(0.9, true, 0.5));

        assertThat(Curves.bins(samples))
                .hasSize(10)
                .allSatisfy(bin -> assertThat(bin.weight()).isEqualTo(0.1, within(1e-9)));
        assertThat(Curves.calibrationError(samples)).isEqualTo(0.1, within(1e-9));
    }

    private static Sample sample(double score, boolean positive) {
        return new Sample(score, positive, 1);
    }
}
