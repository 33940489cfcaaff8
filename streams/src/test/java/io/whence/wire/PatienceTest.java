/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AdjustableClock clock = new AdjustableClock(Wire.NOON);
    private final RegistryHealth health = new RegistryHealth(clock);
    private final List<Long> waits = new ArrayList<>();
    private final Patience patience = new Patience(
            new Patience.Waits(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(8)),
            clock,
            this::pass,
            health);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongest() {
        assertThat(patience.outlast(failingTimes(7))).isEqualTo("done");

        assertThat(waits).containsExactly(100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L);
    }

    @Test
    void givesUpBeforeTheWholeTimeIsExceeded() {
        assertThatThrownBy(() -> patience.outlast(failingTimes(Integer.MAX_VALUE)))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("away");

        assertThat(waits.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(7_100)
                .isLessThanOrEqualTo(8_000);
    }

    @Test
    void healthTellsTheOutageUntilItIsOver() {
        var during = new ArrayList<RegistryHealth.Outage>();
        var attempts = failingTimes(3);

        patience.outlast(() -> {
            health.outage().ifPresent(during::add);
            return attempts.get();
        });

        assertThat(during).hasSize(3).containsOnly(new RegistryHealth.Outage(Wire.NOON, "away"));
        assertThat(health.outage()).isEmpty();
    }

    @Test
    void anOutageSomebodyGaveUpOnEndsWithTheNextSuccess() {
        assertThatThrownBy(() -> patience.outlast(failingTimes(Integer.MAX_VALUE)))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(health.outage()).hasValue(new RegistryHealth.Outage(Wire.NOON, "away"));

        patience.outlast(failingTimes(0));

        assertThat(health.outage()).isEmpty();
    }

    @Test
    void aSuccessWaitsForNothing() {
        assertThat(patience.outlast(failingTimes(0))).isEqualTo("done");

        assertThat(waits).isEmpty();
    }

    @Test
    void otherFaultsAreNotSatOut() {
        assertThatThrownBy(() -> patience.outlast(() -> {
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(waits).isEmpty();
    }

    @Test
    void anInterruptEndsThePatienceAndIsNotLost() {
        var interrupted = new Patience(
                Patience.Waits.DEFAULT,
                clock,
                duration -> {
                    throw new InterruptedException();
                },
                health);

        assertThatThrownBy(() -> interrupted.outlast(failingTimes(1)))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void waitsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patience.Waits(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Patience.Waits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Test
    void aDecoderIsAskedAgainUntilItAnswers() {
        var attempts = failingTimes(2);
        var decoder = new RetryingDecoder<String>(value -> new Decoded.Value<>(attempts.get()), patience);

        assertThat(decoder.decode(new byte[0])).isEqualTo(new Decoded.Value<>("done"));
        assertThat(waits).hasSize(2);
    }

    private void pass(Duration duration) {
        waits.add(duration.toMillis());
        clock.advance(duration);
    }

    private static Supplier<String> failingTimes(int times) {
        var left = new int[] {times};
        return () -> {
            if (left[0]-- > 0) {
                throw new RegistryUnavailableException("away");
            }
            return "done";
        };
    }
}
