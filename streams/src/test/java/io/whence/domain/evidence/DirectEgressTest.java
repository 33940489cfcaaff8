/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Region;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectEgressTest {

    private static final EvidenceModel MODEL = io.whence.config.EvidenceFiles.bundled();
    private static final Instant SEEN = Instant.parse("2024-06-10T00:00:00Z");

    private static DirectEgress egress(String region, boolean confirmed, int days, int operators, DatabaseAge age) {
        return new DirectEgress(MODEL, new Region(region), confirmed, days, operators, SEEN, SEEN, age);
    }

    @Test
    void oneDayInMainlandChinaWeighsByTheFormula() {
        assertThat(egress("CN", false, 1, 1, DatabaseAge.FRESH).weight())
                .isCloseTo(10 * Math.log10(0.6 / 0.007), within(1e-9));
    }

    @ParameterizedTest(name = "{0}, two databases: {1} -> {2} dB at most")
    @CsvSource({
        "CN, false, 24", "CN, true, 33", "HK, false, 9", "HK, true, 15", "RU, false, 20", "RU, true, 27",
        "IR, false, 22", "IR, true, 30", "KP, false, 10", "UA-43, false, 20", "CU, false, 20", "FR, false, 20"
    })
    void neverWeighsMoreThanTheDatabasesAreWorth(String region, boolean confirmed, double cap) {
        assertThat(egress(region, confirmed, 365, 100, DatabaseAge.FRESH).weight())
                .isEqualTo(cap);
    }

    @Test
    void oneOperatorsNetworksMayAllBeMisplaced() {
        assertThat(egress("HK", false, 28, 1, DatabaseAge.FRESH).weight()).isLessThan(10 * Math.log10(1 / 0.12) + 1e-9);
    }

    @Test
    void anOldDatabaseWeighsHalf() {
        assertThat(egress("CN", false, 20, 5, DatabaseAge.HALVED).weight()).isEqualTo(12);
        assertThat(egress("CN", false, 20, 5, DatabaseAge.HALVED).finding(99).sentence())
                .contains("too old");
    }

    @Test
    void moreDaysAndMoreOperatorsNeverWeighLess() {
        qt().forAll(integers().between(1, 60), integers().between(1, 20)).checkAssert((days, operators) -> {
            double weight =
                    egress("RU", false, days, operators, DatabaseAge.FRESH).weight();
            assertThat(egress("RU", false, days + 1, operators, DatabaseAge.FRESH)
                            .weight())
                    .isGreaterThanOrEqualTo(weight);
            assertThat(egress("RU", false, days, operators + 1, DatabaseAge.FRESH)
                            .weight())
                    .isGreaterThanOrEqualTo(weight);
        });
    }

    @Test
    void decibansAndProbabilitiesAreTheSameThing() {
        assertThat(Decibans.toProbability(0)).isEqualTo(0.5);
        assertThat(Decibans.toProbability(20)).isCloseTo(0.990, within(0.001));
        assertThat(Decibans.toProbability(Decibans.ofRatio(0.25 / 0.75))).isCloseTo(0.25, within(1e-12));
    }
}
