/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRangeTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 9);

    @Test
    void holdsBothEnds() {
        assertThat(DayRange.endingWith(DAY, 1)).isEqualTo(new DayRange(DAY, DAY));
        assertThat(DayRange.endingWith(DAY, 28).first()).isEqualTo("2024-06-12");
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new DayRange(DAY, DAY.minusDays(1)))
                .withMessageContaining("2024-07-08");
    }

    @Test
    void refusesMoreThanAYear() {
        assertThat(DayRange.endingWith(DAY, 366).last()).isEqualTo(DAY);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> DayRange.endingWith(DAY, 367))
                .withMessageContaining("more than 366 days");
    }
}
