/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exemptions for some regions that lapse soon, and those that have lapsed since that was recorded. An exemption for
 * everything is a state of its own, see {@link Exempt}.
 *
 * @param soon lapse soon, which was not recorded yet
 * @param over have lapsed
 * @param noted ids of all whose coming lapse is recorded, after this
 */
record Lapses(List<Exemption> soon, List<Exemption> over, Set<String> noted) {

    /** Two weeks to renew a licence that is about to lapse. An assumption. */
    static final Duration AHEAD = Duration.ofDays(14);

    /**
     * What was given for four weeks at most was never meant to be renewed: so long does an upheld appeal settle what it
     * was about.
     */
    private static final Duration SHORT = Duration.ofDays(28);

    static Lapses of(Collection<Exemption> exemptions, Set<String> known, String policyId, Instant at) {
        List<Exemption> soon = new ArrayList<>();
        List<Exemption> over = new ArrayList<>();
        Set<String> noted = new TreeSet<>();
        for (Exemption one : exemptions) {
            Instant until = one.until();
            boolean concerns = one.policyId() == null || one.policyId().equals(policyId);
            if (until == null || one.unlimited() || !concerns || at.isBefore(until.minus(AHEAD))) {
                continue;
            }
            if (!at.isBefore(until)) {
                if (known.contains(one.id())) {
                    over.add(one);
                }
            } else if (known.contains(one.id())) {
                noted.add(one.id());
            } else if (one.from().plus(SHORT).isBefore(until)) {
                soon.add(one);
                noted.add(one.id());
            }
        }
        return new Lapses(soon, over, noted);
    }

    /** The move, with the lapses told first. */
    Move before(Move move) {
        Move told = move;
        for (Exemption one : over) {
            told = told.after("EXEMPTION_LAPSED", "exemption " + one.id() + " lapsed at " + one.until());
        }
        for (Exemption one : soon) {
            told = told.after("EXEMPTION_LAPSES_SOON", "exemption " + one.id() + " lapses at " + one.until());
        }
        return told;
    }
}
