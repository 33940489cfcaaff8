/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import org.jspecify.annotations.Nullable;

/** What an appeal turned out to be. */
public enum AppealOutcome {
    /** The organization does operate from the unsupported region; the case goes on. */
    CONFIRMED(null),
    EDGE_PLATFORM(Classification.EDGE_PLATFORM),
    TRAVELLER(Classification.TRAVELLER),
    DATABASE_ERROR(Classification.GEOLOCATION_DISPUTED),
    LEAKED_KEY(Classification.KEY_COMPROMISE),
    /** The traffic is there and is allowed. */
    EXEMPT(null);

    private final @Nullable Classification explanation;

    AppealOutcome(@Nullable Classification explanation) {
        this.explanation = explanation;
    }

    /** Whether the organization was right to object. */
    public boolean upheld() {
        return this != CONFIRMED;
    }

    /** What explains the traffic after all; null when nothing but the organization itself does. */
    public @Nullable Classification explanation() {
        return explanation;
    }
}
