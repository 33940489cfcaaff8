/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrganizationClockTest {

    private static final Duration LATENESS = Duration.ofHours(6);
    private static final Instant RECEIVED = Instant.parse("2024-07-01T00:00:00Z");

    private static OrganizationClock startedBy(String time) {
        return OrganizationClock.startedBy(Instant.parse(time), RECEIVED, LATENESS);
    }

    @Test
    void keepsADayOpenUntilTheLatenessHasPassed() {
        OrganizationClock clock = startedBy("2024-06-10T12:00:00Z")
                .advancedTo(Instant.parse("2024-06-11T05:59:59.999Z"), RECEIVED, LATENESS);

        assertThat(clock.isLate(Instant.parse("2024-06-10T00:00:00Z"))).isFalse();
        assertThat(clock.isLate(Instant.parse("2024-06-09T23:59:59.999Z"))).isTrue();
    }

    @Test
    void closesADayOnceTheLatenessHasPassed() {
        OrganizationClock clock =
                startedBy("2024-06-10T12:00:00Z").advancedTo(Instant.parse("2024-06-11T06:00:00Z"), RECEIVED, LATENESS);

        assertThat(clock.closedThrough()).isEqualTo(LocalDate.parse("2024-06-10"));
        assertThat(clock.isLate(Instant.parse("2024-06-10T23:59:59.999Z"))).isTrue();
    }

    @Test
    void neverGoesBack() {
        OrganizationClock clock = startedBy("2024-06-10T12:00:00Z");
        OrganizationClock after = clock.advancedTo(Instant.parse("2024-06-10T11:00:00Z"), RECEIVED, LATENESS);

        assertThat(after).isEqualTo(clock);
    }

    @Test
    void datesWhatIsSaidOfADayByItsClosing() {
        assertThat(OrganizationClock.closingOf(LocalDate.parse("2024-06-10"), LATENESS))
                .isEqualTo(Instant.parse("2024-06-11T06:00:00Z"));
    }

    @Test
    void aSilentOrganizationsPastDaysAreClosedButNotTheDayThatIsStillRunning() {
        Duration idle = Duration.ofMinutes(15);
        OrganizationClock clock = OrganizationClock.startedBy(
                Instant.parse("2024-06-10T12:00:00Z"), Instant.parse("2024-06-10T12:00:01Z"), LATENESS);

        Instant evening = Instant.parse("2024-06-10T20:00:00Z");
        Instant nextMorning = Instant.parse("2024-06-11T06:00:00Z");
        assertThat(clock.silentAt(Instant.parse("2024-06-10T12:10:00Z"), idle)).isFalse();
        assertThat(clock.silentAt(evening, idle)).isTrue();
        assertThat(clock.silencedAt(evening, LATENESS, null)).isEqualTo(clock);
        assertThat(clock.silencedAt(nextMorning, LATENESS, null).closedThrough())
                .isEqualTo(LocalDate.parse("2024-06-10"));
        assertThat(clock.silencedAt(nextMorning, LATENESS, null).turnedThrough())
                .isEqualTo(LocalDate.parse("2024-06-11"));
    }

    @Test
    void timeRunsOnForASilentOrganizationFromItsLastEvent() {
        OrganizationClock replayed = OrganizationClock.startedBy(
                Instant.parse("2015-05-20T12:00:00Z"), Instant.parse("2024-06-10T12:00:00Z"), LATENESS);

        assertThat(replayed.timeAt(Instant.parse("2024-06-11T13:00:00Z"), null))
                .isEqualTo(Instant.parse("2015-05-21T13:00:00Z"));
        assertThat(replayed.timeAt(Instant.parse("2024-06-11T13:00:00Z"), Instant.parse("2015-05-22T00:00:00Z")))
                .isEqualTo(Instant.parse("2015-05-22T00:00:00Z"));
        assertThat(replayed.timeAt(Instant.parse("2024-06-09T00:00:00Z"), null))
                .isEqualTo(Instant.parse("2015-05-20T12:00:00Z"));
    }
}
