/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * A case that ended; what comes after opens a new one.
 *
 * @param at when it ended
 * @param cause why
 */
public record Lifted(Instant at, LiftCause cause) implements CaseState {

    /** Ended for the last of several reasons. */
    static Lifted at(Instant at, Collection<LiftCause> causes) {
        return new Lifted(at, causes.stream().max(LiftCause::compareTo).orElse(LiftCause.CLEAN));
    }

    @Override
    public String name() {
        return "LIFTED";
    }

    @Override
    public Move next(Review review) {
        if (review.assessment().noteworthy()) {
            return new Observed().opened(review);
        }
        Duration window =
                Duration.ofDays(review.assessment().policy().thresholds().windowDays());
        return review.at().isBefore(at.plus(window))
                ? Move.stay(this)
                : Move.to(new Clear(), "WINDOW_CLEAN", "no admitted traffic from an unsupported region since the end");
    }

    @Override
    public boolean closed() {
        return true;
    }
}
