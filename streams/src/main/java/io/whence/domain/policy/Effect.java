/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/** What a change of a policy does to the organizations it applies to. */
public enum Effect {

    /** Somebody may be noticed or enforced against who was not, or sooner, or for longer. */
    WIDENS,

    /** Nobody is worse off, and somebody may be better off. */
    NARROWS,

    /** Some may be worse off and others better; counts as widening wherever one of the two has to be chosen. */
    EITHER,

    /** Nobody's case changes. */
    NEITHER;

    /** Whether somebody may be worse off. */
    public boolean widens() {
        return this == WIDENS || this == EITHER;
    }

    /** That of the change in the opposite direction. */
    public Effect opposite() {
        return switch (this) {
            case WIDENS -> NARROWS;
            case NARROWS -> WIDENS;
            case EITHER, NEITHER -> this;
        };
    }
}
