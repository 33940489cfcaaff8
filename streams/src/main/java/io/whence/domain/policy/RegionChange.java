/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;

/**
 * A region whose standing changes.
 *
 * @param region a country, a territory (also one that only inherits the change), or a subdivision
 * @param before its standing before
 * @param after its standing after, another one
 */
public record RegionChange(Region region, Standing before, Standing after) {

    /** Less support widens enforcement: a country that becomes indeterminate has lost the support of a part. */
    public Effect effect() {
        return severity(after) > severity(before) ? Effect.WIDENS : Effect.NARROWS;
    }

    private static int severity(Standing standing) {
        return switch (standing) {
            case SUPPORTED -> 0;
            case INDETERMINATE -> 1;
            case UNSUPPORTED -> 2;
        };
    }
}
