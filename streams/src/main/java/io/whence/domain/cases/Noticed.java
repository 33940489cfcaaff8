/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organization has been warned and its grace runs.
 *
 * @param warnings what it has been warned of, by region; at least one
 * @param approvals the officers' approvals of an enforcement
 */
public record Noticed(List<Warning> warnings, List<Approval> approvals) implements CaseState {

    public Noticed {
        warnings = List.copyOf(warnings);
        approvals = List.copyOf(approvals);
    }

    @Override
    public String name() {
        return "NOTICED";
    }

    @Override
    public Move next(Review review) {
        Progress progress = Progress.of(warnings, review, approvals);
        CaseState next = after(progress, approvals, review);
        return progress.nothing() ? Move.stay(next) : progress.moveTo(next);
    }

    private static CaseState after(Progress progress, List<Approval> approvals, Review review) {
        if (progress.standing().isEmpty()) {
            return Lifted.at(review.at(), progress.lifted().values());
        }
        return !progress.enforces()
                ? new Noticed(progress.standing(), approvals)
                : new Enforced(progress.standing(), approvals, List.of());
    }

    @Override
    public CaseState withWarnings(List<Warning> others, Instant at) {
        return others.isEmpty() ? new Lifted(at, LiftCause.EXEMPTED) : new Noticed(others, approvals);
    }

    @Override
    public CaseState approvedBy(List<Approval> officers) {
        return new Noticed(warnings, officers);
    }

    @Override
    public Optional<Instant> deadline(Instant after) {
        return warnings.stream()
                .flatMap(Warning::deadlines)
                .filter(deadline -> deadline.isAfter(after))
                .min(Instant::compareTo);
    }
}
