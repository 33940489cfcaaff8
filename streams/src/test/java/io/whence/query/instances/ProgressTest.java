/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void aCopyThatHoldsAllOfItsLogIsAsOldAsTheLastLook() {
        progress.saw(second(0), 100, 100);
        progress.saw(second(1), 120, 120);

        assertThat(progress.lag(second(3))).hasValue(new Lag(0, 2_000));
    }

    @Test
    void aCopyThatIsBehindIsAsOldAsTheMomentItHasReached() {
        progress.saw(second(0), 100, 100);
        progress.saw(second(1), 100, 150);
        progress.saw(second(2), 150, 220);

        assertThat(progress.lag(second(2))).hasValue(new Lag(70, 1_000));
    }

    @Test
    void aCopyThatIsBeingRestoredIsOfNoUseHoweverShortItsLog() {
        progress.saw(second(0), 0, 3);
        progress.saw(second(1), 1, 3);
        assertThat(progress.lag(second(1))).isEmpty();

        progress.saw(second(2), 3, 9);
        assertThat(progress.lag(second(2))).hasValue(new Lag(6, 1_000));
    }

    @Test
    void aCopyThatWasThrownAwayIsForgotten() {
        progress.saw(second(0), 100, 100);
        progress.saw(second(1), 5, 100);

        assertThat(progress.lag(second(1))).isEmpty();
    }

    @Test
    void theMarkThatEndsATransactionIsNoChange() {
        progress.saw(second(0), 100, 101);

        assertThat(progress.lag(second(0))).hasValue(new Lag(0, 0));
    }

    @Test
    void anEmptyLogIsFollowedByAnEmptyCopy() {
        progress.saw(second(0), 0, 0);

        assertThat(progress.lag(second(0))).hasValue(new Lag(0, 0));
    }

    @Test
    void nothingIsSaidBeforeTheFirstLook() {
        assertThat(progress.lag(second(0))).isEmpty();
    }

    private static Instant second(int number) {
        return Instant.EPOCH.plusSeconds(number);
    }
}
