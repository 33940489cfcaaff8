/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
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
        Recent<Integer> slow = Recent.sparing(this::readSlowly, Duration.ofSeconds(1), new SetClock());

        assertThat(slow.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusMillis(39_999));
        assertThat(slow.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusSeconds(40));
        await().until(() -> slow.get() == 2);
    }

    @Test
    void whoComesWhileALongReadingIsUnderWayIsGivenTheLastAnswerAndItsAge() {
        List<Runnable> waiting = new ArrayList<>();
        Executor later = task -> {
            if (readings.get() == 0) {
                task.run();
            } else {
                waiting.add(task);
            }
        };
        Recent<Integer> slow = new Recent<>(this::readSlowly, Duration.ofSeconds(1), new SetClock(), 4, later);
        slow.get();
        now.set(Instant.EPOCH.plusSeconds(10));

        try (Reach reach = Reach.open()) {
            assertThat(slow.get()).isEqualTo(1);
            assertThat(slow.get()).isEqualTo(1);
            assertThat(reach.copies().get(3).lagMillis()).isEqualTo(10_000);
        }
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(slow.get()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadAgainIsNotAnsweredFromMemory() {
        Recent<Integer> failing = new Recent<>(this::readOnce, Duration.ofSeconds(1), new SetClock(), 0, Runnable::run);
        assertThat(failing.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusSeconds(5));

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(failing::get);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(failing::get);
    }

    private int readSlowly() {
        Reach.read(Copy.active(3));
        now.set(now.get().plusSeconds(2));
        return readings.incrementAndGet();
    }

    private int readOnce() {
        if (readings.incrementAndGet() > 1) {
            throw new NotReadyException("moving", new IllegalStateException());
        }
        return readings.get();
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
