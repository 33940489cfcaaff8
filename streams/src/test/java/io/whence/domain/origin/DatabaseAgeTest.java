/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAgeTest {

    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, FRESH",
        "P30D, FRESH",
        "P30DT1S, WARN",
        "P90D, WARN",
        "P90DT1S, HALVED",
        "P180D, HALVED",
        "P180DT1S, FROZEN",
        "P2500D, FROZEN"
    })
    void losesWeightInSteps(Duration age, DatabaseAge expected) {
        assertThat(DatabaseAge.of(builtAt(AT.minus(age)), AT)).isEqualTo(expected);
    }

    @Test
    void driftsTowardsThePastToo() {
        assertThat(DatabaseAge.of(builtAt(AT.plus(Duration.ofDays(400))), AT)).isEqualTo(DatabaseAge.FROZEN);
        assertThat(DatabaseAge.of(builtAt(AT.plus(Duration.ofHours(12))), AT)).isEqualTo(DatabaseAge.FRESH);
    }

    @Test
    void freezesOnBuildTimesThatCannotBeTrue() {
        assertThat(DatabaseAge.of(builtAt(Instant.EPOCH), AT)).isEqualTo(DatabaseAge.FROZEN);
        assertThat(DatabaseAge.of(builtAt(Instant.parse("9999-12-31T23:59:59Z")), AT))
                .isEqualTo(DatabaseAge.FROZEN);
    }

    @Test
    void halvesWeightsAndEndsEnforcementAsTheStepsSay() {
        assertThat(DatabaseAge.FRESH.weight()).isEqualTo(1);
        assertThat(DatabaseAge.WARN.weight()).isEqualTo(1);
        assertThat(DatabaseAge.HALVED.weight()).isEqualTo(0.5);
        assertThat(DatabaseAge.HALVED.allowsEnforcement()).isTrue();
        assertThat(DatabaseAge.FROZEN.allowsEnforcement()).isFalse();
    }

    private static DatabaseBuild builtAt(Instant builtAt) {
        return new DatabaseBuild("GeoLite2-City", builtAt, "0".repeat(64));
    }
}
