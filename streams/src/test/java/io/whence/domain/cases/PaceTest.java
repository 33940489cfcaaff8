/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Rhythm OFFICE_IN_SHANGHAI = working(1, 9, 40);
    private static final Rhythm SERVER_ABROAD = working(0, 24, 5);
    private static final Pace BEFORE = new Pace(OFFICE_IN_SHANGHAI, Rhythm.NONE, SERVER_ABROAD);

    private static Rhythm working(int from, int to, double anHour) {
        return new Rhythm(IntStream.range(0, Rhythm.HOURS)
                .mapToObj(hour -> hour >= from && hour < to ? anHour : 0.0)
                .toList());
    }

    private static Rhythm sum(Rhythm one, Rhythm other) {
        return new Rhythm(IntStream.range(0, Rhythm.HOURS)
                .mapToObj(hour -> one.byHour().get(hour) + other.byHour().get(hour))
                .toList());
    }

    @Test
    void goesOnWhileMoreThanATenthIsLeft() {
        assertThat(BEFORE.aftermath(new Pace(working(1, 9, 4.1), Rhythm.NONE, SERVER_ABROAD)))
                .isEqualTo(Aftermath.CONTINUED);
    }

    @Test
    void isMaskedWhenTheSameHoursComeFromNetworksThatHide() {
        assertThat(BEFORE.aftermath(new Pace(Rhythm.NONE, Rhythm.NONE, sum(SERVER_ABROAD, OFFICE_IN_SHANGHAI))))
                .isEqualTo(Aftermath.MASKED);
    }

    @Test
    void isNotMaskedByTrafficOfOtherHours() {
        assertThat(BEFORE.aftermath(new Pace(Rhythm.NONE, Rhythm.NONE, sum(SERVER_ABROAD, working(14, 22, 40)))))
                .isEqualTo(Aftermath.STOPPED);
        assertThat(BEFORE.aftermath(new Pace(Rhythm.NONE, Rhythm.NONE, sum(SERVER_ABROAD, working(0, 24, 14)))))
                .isEqualTo(Aftermath.STOPPED);
    }

    @Test
    void isMovedWhenTheSameHoursComeFromOrdinaryNetworks() {
        assertThat(BEFORE.aftermath(new Pace(Rhythm.NONE, working(1, 9, 30), SERVER_ABROAD)))
                .isEqualTo(Aftermath.MOVED);
        assertThat(BEFORE.aftermath(new Pace(Rhythm.NONE, working(1, 9, 15), SERVER_ABROAD)))
                .isEqualTo(Aftermath.STOPPED);
    }

    @Test
    void oneHourApartIsTheSameRhythmAndTwoAreNot() {
        assertThat(working(1, 9, 40).like(working(2, 10, 3))).isTrue();
        assertThat(working(1, 9, 40).like(working(3, 11, 3))).isFalse();
        assertThat(SERVER_ABROAD.like(working(0, 24, 1))).isTrue();
        assertThat(SERVER_ABROAD.like(OFFICE_IN_SHANGHAI)).isFalse();
        assertThat(Rhythm.NONE.like(SERVER_ABROAD)).isFalse();
        assertThat(List.of(Rhythm.at(3, 2).total(), OFFICE_IN_SHANGHAI.total())).containsExactly(2.0, 320.0);
    }
}
