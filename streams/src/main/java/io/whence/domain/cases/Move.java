/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.List;

/**
 * What a state makes of a review.
 *
 * @param next the state after it; may be the same
 * @param reason stable code of what made it happen; empty when nothing did
 * @param because the same in words
 * @param tellings what is to be told
 */
record Move(CaseState next, String reason, String because, List<Telling> tellings) {

    Move {
        tellings = List.copyOf(tellings);
    }

    /** Nothing worth recording happened; the state may remember more than before. */
    static Move stay(CaseState state) {
        return new Move(state, "", "", List.of());
    }

    /** The same as part of something somebody did. */
    Move after(String deed, String why) {
        return new Move(
                next,
                reason.isEmpty() ? deed : deed + "+" + reason,
                because.isEmpty() ? why : why + "; " + because,
                tellings);
    }

    static Move to(CaseState next, String reason, String because) {
        return new Move(next, reason, because, List.of());
    }
}
