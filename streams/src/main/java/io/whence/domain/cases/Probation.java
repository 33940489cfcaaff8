/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.Enforcement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Enforcement has ended because the traffic did. Until probation is over, traffic that comes back need not go on for
 * days before the organization is warned again; its grace is the full one.
 *
 * @param until when probation is over
 */
public record Probation(Instant until) implements CaseState {

    static Probation from(Instant at, Enforcement rules) {
        return new Probation(Warning.midnightAtOrAfter(at.plus(rules.probation())));
    }

    @Override
    public String name() {
        return "PROBATION";
    }

    @Override
    public Move next(Review review) {
        if (!review.at().isBefore(until)) {
            return Move.to(new Lifted(until, LiftCause.CLEAN), "PROBATION_OVER", "probation is over");
        }
        Progress progress = Progress.of(List.of(), review, List.of());
        if (progress.nothing()) {
            return Move.stay(this);
        }
        return progress.moveTo(progress.standing().isEmpty() ? this : new Noticed(progress.standing(), List.of()));
    }

    @Override
    public Optional<Instant> deadline(Instant after) {
        return Optional.of(until).filter(end -> end.isAfter(after));
    }
}
