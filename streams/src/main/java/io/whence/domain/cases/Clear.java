/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** No admitted traffic from an unsupported region in the window. */
public record Clear() implements CaseState {

    @Override
    public String name() {
        return "CLEAR";
    }

    @Override
    public Move next(Review review) {
        return review.assessment().noteworthy() ? new Observed().opened(review) : Move.stay(this);
    }

    @Override
    public boolean closed() {
        return true;
    }
}
