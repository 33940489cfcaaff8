/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One officer's approval of an enforcement.
 *
 * @param actor who approved
 * @param at when
 * @param expiresAt until when it counts; null for until it is used
 */
public record Approval(String actor, Instant at, @Nullable Instant expiresAt) {

    /** Whether it counts for a warning at an instant: given after the warning, and not run out. */
    boolean countsFor(Warning warning, Instant now) {
        return !at.isBefore(warning.since()) && (expiresAt == null || expiresAt.isAfter(now));
    }
}
