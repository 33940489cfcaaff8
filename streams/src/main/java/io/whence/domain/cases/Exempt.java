/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exemption covers all the organization does.
 *
 * @param exemptionId the exemption
 * @param until when it lapses; null for until further notice
 * @param lapseNoted whether it was recorded that it lapses soon
 */
public record Exempt(String exemptionId, @Nullable Instant until, boolean lapseNoted) implements CaseState {

    private static final Duration LAPSE_WARNING = Lapses.AHEAD;

    static Exempt under(Exemption exemption) {
        return new Exempt(exemption.id(), exemption.until(), false);
    }

    /** The move under an exemption: what was warned of is over. */
    static Move move(Exemption exemption, CaseState from, Assessment assessment) {
        List<Warning> over = from.warnings();
        List<Telling> lift = over.isEmpty()
                ? List.of()
                : List.of(Telling.about(NoticeKind.LIFT, over, assessment, assessment.at())
                        .because(LiftCause.EXEMPTED));
        return new Move(
                under(exemption),
                "EXEMPTED",
                "exemption " + exemption.id() + " by " + exemption.approver() + ": " + exemption.reasonCode(),
                lift);
    }

    @Override
    public String name() {
        return "EXEMPT";
    }

    @Override
    public Move next(Review review) {
        boolean lapsesSoon = until != null && !lapseNoted && !review.at().isBefore(until.minus(LAPSE_WARNING));
        return lapsesSoon
                ? Move.to(
                        new Exempt(exemptionId, until, true),
                        "EXEMPTION_LAPSES_SOON",
                        "exemption " + exemptionId + " lapses at " + until)
                : Move.stay(this);
    }

    @Override
    public Optional<Instant> deadline(Instant after) {
        if (until == null) {
            return Optional.empty();
        }
        return Stream.of(until.minus(LAPSE_WARNING), until)
                .map(Warning::midnightAtOrAfter)
                .filter(deadline -> deadline.isAfter(after))
                .findFirst();
    }
}
