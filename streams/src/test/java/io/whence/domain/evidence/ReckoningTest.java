/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.whence.config.EvidenceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTest {

    private static final EvidenceModel MODEL = EvidenceFiles.bundled();

    @Test
    void withoutEvidenceThePriorStands() {
        Verdict verdict = verdict();

        assertThat(verdict.scoreDecibans()).isEqualTo(-20.0);
        assertThat(verdict.level()).isEqualTo(Level.CLEAN);
        assertThat(verdict.best(true)).isEqualTo(Explanation.ORDINARY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"ANONYMIZER", "TIME", "TRAVEL", "SHARED_EGRESS", "DELAY", "CLIENT"})
    void noIndirectFamilyAloneReachesANotice(Family family) {
        Verdict verdict = verdict(of(family, 1000), of(family, 500));

        assertThat(verdict.level()).isEqualTo(Level.CLEAN);
        assertThat(verdict.masked()).isFalse();
    }

    @Test
    void nothingIndirectCarriesAnOrder() {
        assertThat(verdict(of(Family.DIRECT_EGRESS, 24)).carriesAnOrder()).isTrue();
        assertThat(verdict(of(Family.DELAY, 19), of(Family.CLIENT, 19)).carriesAnOrder())
                .isFalse();
        assertThat(verdict(of(Family.DIRECT_EGRESS, 24), of(Family.DIRECT_EGRESS, -21), of(Family.CLIENT, 19))
                        .carriesAnOrder())
                .isFalse();
    }

    @Test
    void lessThanOneInThreeCarriesNoOrder() {
        assertThat(verdict(of(Family.DIRECT_EGRESS, 15)).carriesAnOrder()).isFalse();
    }

    @Test
    void hoursAndHolidaysNeverMakeUpTheHalfOfANotice() {
        assertThat(verdict(of(Family.TIME, 16), of(Family.TRAVEL, 5), of(Family.ANONYMIZER, 6))
                        .masked())
                .isFalse();
        assertThat(verdict(of(Family.TIME, 16), of(Family.DELAY, 13)).masked()).isFalse();
        assertThat(verdict(of(Family.TIME, 16), of(Family.DELAY, 13), of(Family.ANONYMIZER, 6), of(Family.TRAVEL, 5))
                        .masked())
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void findingsAddUpToTheScoreAndEveryFamilyKeepsItsBounds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Finding> findings = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Family family = Family.values()[1 + random.nextInt(Family.values().length - 1)];
                findings.add(of(family, random.nextInt(600) / 10.0 - 30));
            }
            Verdict verdict = new Reckoning(MODEL, 24).verdict(findings);

            assertThat(verdict.findings().stream()
                            .mapToDouble(Finding::weightDecibans)
                            .sum())
                    .isCloseTo(verdict.scoreDecibans(), within(0.051));
            for (Family family : Family.values()) {
                EvidenceModel.Bounds bounds = MODEL.bounds(family);
                assertThat(verdict.of(family)).isBetween(bounds.least() - 0.1, bounds.most() + 0.1);
            }
            assertThat(verdict.explanations().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void whatSpeaksForAnOrganizationIsNoReasonOnceItWeighsNothing() {
        Finding pays = of(Family.CLIENT, -1);

        assertThat(verdict(pays).findings()).contains(pays);
        assertThat(verdict(of(Family.DIRECT_EGRESS, 24), pays).findings())
                .extracting(Finding::weightDecibans)
                .containsExactly(24.0, -20.0);
        assertThat(Double.compare(Decibans.rounded(-0.04), 0.0)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void whatSpeaksForAnOrganizationNeverTakesANoticeAway(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Finding> findings = new ArrayList<>(List.of(of(Family.DIRECT_EGRESS, random.nextInt(33))));
            for (int i = random.nextInt(6); i > 0; i--) {
                findings.add(of(Family.values()[2 + random.nextInt(5)], random.nextInt(20)));
            }
            Verdict before = new Reckoning(MODEL, 33).verdict(findings);
            findings.add(of(Family.DELAY, -random.nextInt(3)));
            Verdict after = new Reckoning(MODEL, 33).verdict(findings);

            if (before.scoreDecibans() >= 13) {
                assertThat(after.scoreDecibans()).isGreaterThanOrEqualTo(before.scoreDecibans() - 3);
            }
            if (before.of(Family.DIRECT_EGRESS) >= 30 && before.hidden() == 0) {
                assertThat(after.scoreDecibans()).isEqualTo(before.scoreDecibans());
            }
        }
    }

    @Test
    void quietDaysLowerALowScoreAndTakeNoNoticeAway() {
        Finding quiet = of(Family.DIRECT_EGRESS, -5.6);

        assertThat(verdict(quiet).scoreDecibans()).isEqualTo(-25.6);
        assertThat(verdict(of(Family.CLIENT, 15), quiet).scoreDecibans()).isEqualTo(-7.8);
        assertThat(verdict(of(Family.CLIENT, 19), of(Family.DELAY, 12), quiet).findings())
                .extracting(Finding::weightDecibans)
                .containsExactly(19.0, 12.0, -20.0);
    }

    @Test
    void aHigherScoreIsNeverLowerForQuietDays() {
        double before = Double.NEGATIVE_INFINITY;
        for (double weight = 0; weight <= 16; weight += 0.1) {
            double score = verdict(of(Family.TIME, weight), of(Family.TRAVEL, weight), of(Family.DIRECT_EGRESS, -6))
                    .scoreDecibans();
            assertThat(score).as("%.1f dB each", weight).isGreaterThanOrEqualTo(before);
            before = score;
        }
    }

    @Test
    void whatWasSeenDecidesHowItIsExplained() {
        assertThat(verdict(finding("GAP", Family.DELAY, 13)).best(false)).isEqualTo(Explanation.RESIDENTIAL_PROXY);
        assertThat(verdict(finding("VPN_DAYS", Family.ANONYMIZER, 6)).best(false))
                .isEqualTo(Explanation.VPN);
        assertThat(verdict(finding("JOURNEY_IR", Family.DIRECT_EGRESS, -10)).best(true))
                .isEqualTo(Explanation.TRAVELLER);
        assertThat(verdict(finding("KEY_COMPROMISE_SUSPECTED_CN", Family.DIRECT_EGRESS, 0))
                        .best(true))
                .isEqualTo(Explanation.KEY_COMPROMISE);
    }

    @Test
    void anOperatorSetsThePrior() {
        Verdict verdict = new Reckoning(MODEL.withPrior(0.1), 0).verdict(List.of());

        assertThat(verdict.probability()).isCloseTo(0.1, within(0.001));
        assertThat(verdict.findings().get(0).sentence()).contains("1 customer in 10 ");
    }

    private static Verdict verdict(Finding... findings) {
        return new Reckoning(MODEL, 33).verdict(List.of(findings));
    }

    private static Finding of(Family family, double weight) {
        return finding("TEST_" + weight, family, weight);
    }

    private static Finding finding(String code, Family family, double weight) {
        return new Finding(code, family, weight, null, null, "A test.");
    }
}
