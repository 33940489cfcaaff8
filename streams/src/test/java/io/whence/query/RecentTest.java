/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger readings = new AtomicInteger();
    private final Recent<Integer> recent =
            new Recent<>(readings::incrementAndGet, Duration.ofSeconds(1), new SetClock());

    @Test
    void readsOnceForAllWhoAskWithinTheAge() {
        assertThat(recent.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusMillis(999));
        assertThat(recent.get()).isEqualTo(1);
    }

    @Test
    void readsAgainWhenTheAnswerIsTooOld() {
        recent.get();
        now.set(Instant.EPOCH.plusSeconds(1));
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenTheClockWasSetBack() {
        recent.get();
        now.set(Instant.EPOCH.minusSeconds(60));
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void whatTakesLongIsReadForATwentiethOfTheTimeAtMost() {
        Recent<Integer> slow = Recent.sparing(
                () -> {
                    now.set(now.get().plusSeconds(2));
                    return readings.incrementAndGet();
                },
                Duration.ofSeconds(1),
                new SetClock());

        assertThat(slow.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusMillis(39_999));
        assertThat(slow.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusSeconds(40));
        assertThat(slow.get()).isEqualTo(2);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
