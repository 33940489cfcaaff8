/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetTest {

    private static final LocalDate MONTH = LocalDate.parse("2024-09-01");

    @Test
    void isTheFirstDayOfWhatAddsUp() {
        assertThat(Onset.of(List.of(seen(24, 12, 20), seen(5, 9, 27), PRIOR))).contains(day(9));
    }

    @Test
    void forgetsWhatWasLongAgoAndAlone() {
        assertThat(Onset.of(List.of(seen(2, 1, 1), seen(24, 20, 27), PRIOR))).contains(day(20));
    }

    @Test
    void doesNotForgetMoreThanQuietDaysAreWorth() {
        assertThat(Onset.of(List.of(seen(12, 1, 1), seen(24, 20, 27), PRIOR))).contains(day(1));
    }

    @Test
    void isNotTheJourneyThatIsExplained() {
        assertThat(Onset.of(List.of(seen(24, 2, 6), seen(-21, 2, 6), seen(30, 21, 27), PRIOR)))
                .contains(day(21));
    }

    @Test
    void isNotToldBelowEvenOdds() {
        assertThat(Onset.of(List.of(seen(19.9, 2, 6), PRIOR))).isEmpty();
    }

    @Test
    void isNotKnownOfWhatHasNoDay() {
        assertThat(Onset.of(List.of(new Finding("BILLING_CN", Family.CLIENT, 21, null, null, "It pays."), PRIOR)))
                .isEmpty();
    }

    private static final Finding PRIOR = new Finding("PRIOR", Family.PRIOR, -20, null, null, "Before any evidence.");

    private static Finding seen(double weight, int first, int last) {
        return new Finding("CODE", Family.DELAY, weight, at(first), at(last).plusSeconds(80_000), "A sentence.");
    }

    private static Instant at(int day) {
        return day(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(int day) {
        return MONTH.withDayOfMonth(day);
    }
}
