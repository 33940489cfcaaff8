/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
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

    /** Two weeks to renew a licence that is about to lapse. */
    static final Duration LAPSE_WARNING = Duration.ofDays(14);

    static Exempt under(Exemption exemption) {
        return new Exempt(exemption.id(), exemption.until(), false);
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
