/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.List;

/** There is traffic from an unsupported region; the organization may have been advised, but is asked nothing. */
public record Observed() implements CaseState {

    @Override
    public String name() {
        return "OBSERVED";
    }

    @Override
    public Move next(Review review) {
        if (!review.assessment().noteworthy()) {
            return Move.to(new Clear(), "WINDOW_CLEAN", "no admitted traffic from an unsupported region in the window");
        }
        Progress progress = Progress.of(List.of(), review, List.of());
        return progress.nothing()
                ? Move.stay(this)
                : progress.moveTo(progress.standing().isEmpty() ? this : new Noticed(progress.standing(), List.of()));
    }

    /** The first move of a case. */
    Move opened(Review review) {
        Move move = next(review);
        return move.reason().isEmpty()
                ? Move.to(
                        move.next(),
                        "TRAFFIC_SEEN",
                        "traffic from an unsupported region, below the thresholds of a notice")
                : move;
    }
}
