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

        assertThat(clock.silentAt(Instant.parse("2024-06-10T20:00:00Z"), idle, LATENESS))
                .isFalse();
        assertThat(clock.silentAt(Instant.parse("2024-06-11T06:00:00Z"), idle, LATENESS))
                .isTrue();
        assertThat(clock.silenced().closedThrough()).isEqualTo(LocalDate.parse("2024-06-10"));
        assertThat(clock.silenced().silentAt(Instant.parse("2024-06-12T00:00:00Z"), idle, LATENESS))
                .isFalse();
    }
}
