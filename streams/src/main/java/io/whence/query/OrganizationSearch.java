/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Warning;
import io.whence.domain.origin.Region;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations are asked for.
 *
 * @param text part of the id or the name, in any case; null for all
 * @param state name of a state that some case of the organization must have; null for all
 * @param region region that the organization was lately seen in or is warned of; null for all
 * @param classification name of the explanation of some standing warning of that case; null for all
 * @param minDays how many days the oldest standing warning of that case is old at least; 0 for all
 * @param offset how many of the worst are passed over, 0 or more
 * @param limit at most how many are answered, 1 to {@value #MAX_LIMIT}
 */
public record OrganizationSearch(
        @Nullable String text,
        @Nullable String state,
        @Nullable Region region,
        @Nullable String classification,
        int minDays,
        int offset,
        int limit) {

    /** Each organization answered costs a walk through weeks of its tallies. */
    public static final int MAX_LIMIT = 200;

    public static final int DEFAULT_LIMIT = 50;

    /** The worst of all. */
    public static final OrganizationSearch ALL = new OrganizationSearch(null, null, 0, DEFAULT_LIMIT);

    /** A search by text and state. */
    public OrganizationSearch(@Nullable String text, @Nullable String state, int offset, int limit) {
        this(text, state, null, null, 0, offset, limit);
    }

    public OrganizationSearch {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ": out of range");
        }
    }

    boolean matchesText(@Nullable String idOrName) {
        return text == null
                || idOrName != null && idOrName.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a case is in the state, has the explanation and is that old. */
    boolean matches(ComplianceCase known) {
        List<Warning> warnings = known.state().warnings();
        return (state == null || state.equals(known.state().name()))
                && (classification == null
                        || warnings.stream()
                                .anyMatch(warning -> classification.equals(
                                        warning.cause().classification().name())))
                && (minDays == 0
                        || warnings.stream()
                                .anyMatch(warning -> !warning.since()
                                        .plus(Duration.ofDays(minDays))
                                        .isAfter(known.asOf())));
    }
}
