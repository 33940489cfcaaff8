/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations are asked for.
 *
 * @param text part of the id or the name, in any case; null for all
 * @param state name of a state that some case of the organization must have; null for all
 * @param offset how many of the worst are passed over, 0 or more
 * @param limit at most how many are answered, 1 to {@value #MAX_LIMIT}
 */
public record OrganizationSearch(
        @Nullable String text, @Nullable String state, int offset, int limit) {

    /** Each organization answered costs a walk through weeks of its tallies. */
    public static final int MAX_LIMIT = 200;

    public static final int DEFAULT_LIMIT = 50;

    /** The worst of all. */
    public static final OrganizationSearch ALL = new OrganizationSearch(null, null, 0, DEFAULT_LIMIT);

    public OrganizationSearch {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ": out of range");
        }
    }

    boolean matchesText(@Nullable String idOrName) {
        return text == null
                || idOrName != null && idOrName.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    boolean matchesState(String stateOfCase) {
        return state == null || state.equals(stateOfCase);
    }
}
