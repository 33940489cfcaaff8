/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant NOON = Instant.parse("2024-06-24T12:00:00Z");
    private final Silence silence = new Silence(Duration.ofMinutes(15), NOON);

    @Test
    void whileABacklogIsWorkedOffItIsTheTimeTheBacklogCameIn() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        silence.sawRecord(yesterday, NOON.plusSeconds(60));

        assertThat(silence.timeAt(NOON.plusSeconds(61))).isEqualTo(yesterday);
    }

    @Test
    void whenThereIsNothingToDoItIsTheTimeOnTheWall() {
        silence.sawRecord(NOON, NOON);
        Instant later = NOON.plus(Duration.ofMinutes(15));

        assertThat(silence.timeAt(later)).isEqualTo(later);
    }

    @Test
    void aTaskThatJustStartedDoesNotTakeItsOwnStartForSilence() {
        assertThat(silence.timeAt(NOON.plus(Duration.ofMinutes(14)))).isEqualTo(Instant.EPOCH);
    }
}
