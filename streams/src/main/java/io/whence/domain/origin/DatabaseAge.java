/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a database has drifted from the moment it is asked about, in the steps by which its word loses weight.
 *
 * <p>Address blocks change country at a rate of 0.1 (CN) to 3 % (UA) a year, between GeoLite2 of 2019-11 and 2026-06.
 */
public enum DatabaseAge {
    /** At most 30 days: full weight. */
    FRESH,
    /** More than 30 days: full weight, with a warning. */
    WARN,
    /** More than 90 days: every weight from it is halved. */
    HALVED,
    /** More than 180 days, or a build time that cannot be true: nothing may be enforced on it. */
    FROZEN;

    private static final Duration WARN_AFTER = Duration.ofDays(30);
    private static final Duration HALVE_AFTER = Duration.ofDays(90);
    private static final Duration FREEZE_AFTER = Duration.ofDays(180);

    /**
     * The age of a build at an instant: now for live traffic, event time for a replay.
     *
     * <p>The distance counts in both directions. A database newer than the event by a year has drifted from it as far
     * as one that is a year older, and a build time far in the future is a defect and not a fresh database.
     */
    public static DatabaseAge of(DatabaseBuild build, Instant at) {
        var drift = drift(build, at);
        if (drift.compareTo(FREEZE_AFTER) > 0) {
            return FROZEN;
        }
        if (drift.compareTo(HALVE_AFTER) > 0) {
            return HALVED;
        }
        return drift.compareTo(WARN_AFTER) > 0 ? WARN : FRESH;
    }

    /** How far a build is from an instant, in either direction. */
    static Duration drift(DatabaseBuild build, Instant at) {
        return Duration.between(build.builtAt(), at).abs();
    }

    /** The factor, 0.5 or 1, for every weight of evidence that rests on the database. */
    public double weight() {
        return this == FRESH || this == WARN ? 1 : 0.5;
    }

    public boolean allowsEnforcement() {
        return this != FROZEN;
    }
}
