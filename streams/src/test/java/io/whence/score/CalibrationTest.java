/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final long SEED = 20240709;

    @Test
    void probabilitiesThatAreRightAreLeftAlone() {
        Platt platt = Platt.fit(samples(20_000, 1, 0));

        assertThat(platt.slope()).as("seed " + SEED).isEqualTo(1, within(0.05));
        assertThat(platt.shift()).isEqualTo(0, within(0.05));
    }

    @Test
    void evidenceThatWeighsTwiceTooMuchIsHalved() {
        Platt platt = Platt.fit(samples(20_000, 0.5, -1));

        assertThat(platt.slope()).as("seed " + SEED).isEqualTo(0.5, within(0.03));
        assertThat(platt.shift()).isEqualTo(-1, within(0.06));
        List<Sample> corrected = samples(20_000, 0.5, -1).stream()
                .map(sample -> new Sample(platt.of(sample.score()), sample.positive(), 1))
                .toList();
        assertThat(Curves.calibrationError(corrected)).isLessThan(0.01);
    }

    @Test
    void lineNeedsBothKinds() {
        assertThatThrownBy(() -> Platt.fit(List.of(new Sample(0.5, true, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void perfectSeparationStaysFinite() {
        Platt platt = Platt.fit(List.of(
                new Sample(0.1, false, 1),
                new Sample(0.2, false, 1),
                new Sample(0.8, true, 1),
                new Sample(0.9, true, 1)));

        assertThat(platt.of(0.9)).isBetween(0.6, 0.95);
        assertThat(platt.of(0.1)).isBetween(0.05, 0.4);
    }

    @Test
    void stepsPoolWhatFalls() {
        Isotonic isotonic = Isotonic.fit(List.of(
                new Sample(0.1, false, 1),
                new Sample(0.2, true, 1),
                new Sample(0.3, false, 1),
                new Sample(0.9, true, 1)));

        // 0.2 and 0.3 fall, and are pooled to a half
        assertThat(isotonic.steps())
                .containsExactly(
                        new Isotonic.Step(0.1, 0, 1), new Isotonic.Step(0.2, 0.5, 2), new Isotonic.Step(0.9, 1, 1));
        assertThat(isotonic.of(0.05)).isZero();
        assertThat(isotonic.of(0.25)).isEqualTo(0.5);
        assertThat(isotonic.of(0.95)).isEqualTo(1);
    }

    @Test
    void pictureHasAPointForEachBin() {
        String svg = new ReliabilityDiagram(samples(100, 1, 0), "a < b").svg();

        assertThat(svg.split("<circle", -1)).hasSize(Curves.BINS + 1);
        assertThat(svg).contains("a &lt; b").endsWith("</svg>\n");
    }

    /** Samples whose truth follows a line through what is said. */
    private static List<Sample> samples(int count, double slope, double shift) {
        SplittableRandom random = new SplittableRandom(SEED);
        Platt truth = new Platt(slope, shift);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double odds = 8 * random.nextDouble() - 4;
            double said = 1 / (1 + Math.exp(-odds));
            samples.add(new Sample(said, random.nextDouble() < truth.of(said), 1));
        }
        return samples;
    }
}
