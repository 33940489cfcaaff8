/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Duration;

/**
 * How a violation is followed up under one version of a policy. Every time is in whole seconds on the wire.
 *
 * @param grace least time between a notice and its enforcement; zero or more
 * @param approvals how many different officers must approve before an organization is enforced against, from 0 to
 *     {@value #MAX_APPROVALS}
 * @param reminder how long before its enforcement a notice is followed by a reminder; zero for no reminder
 * @param cleanPeriod time without traffic from unsupported regions after which a notice or an order is lifted; above
 *     zero
 * @param probation how long after a lift a new violation gets a short grace instead of the full one; zero or more
 * @param databaseAge how far the location database may be from the events for anything to be enforced on it, in either
 *     direction; above zero, at most {@link #OLDEST_DATABASE}
 * @param visits what becomes of visits; refused only where no approvals are asked for, since there is no case to
 *     approve
 */
public record Enforcement(
        Duration grace,
        int approvals,
        Duration reminder,
        Duration cleanPeriod,
        Duration probation,
        Duration databaseAge,
        Visits visits) {

    /** More officers than this would make enforcement depend on nobody being on leave. */
    public static final int MAX_APPROVALS = 5;

    /** Nobody is asked: grace and notice are the safeguards. */
    public static final int DEFAULT_APPROVALS = 0;

    /** Three days are left to act upon a reminder, a weekend included. */
    public static final Duration DEFAULT_REMINDER = Duration.ofDays(3);

    /** Two whole weeks, so that every weekday has been clean twice. */
    public static final Duration DEFAULT_CLEAN_PERIOD = Duration.ofDays(14);

    /** Who returns within a month has been told already. */
    public static final Duration DEFAULT_PROBATION = Duration.ofDays(30);

    /**
     * A quarter: addresses change their country at 0.1 % (CN) to 3 % (UA) a year (GeoLite2 of 2019-11 against 2026-06),
     * so that within it fewer than one in a hundred moves even where most do.
     */
    public static final Duration DEFAULT_DATABASE_AGE = Duration.ofDays(90);

    /** No policy may enforce on an older one; see {@link io.whence.domain.origin.DatabaseAge#FROZEN}. */
    public static final Duration OLDEST_DATABASE = Duration.ofDays(180);

    public Enforcement {
        require(!grace.isNegative(), "grace is negative");
        require(approvals >= 0 && approvals <= MAX_APPROVALS, "approvals are out of range");
        require(!reminder.isNegative(), "reminder is negative");
        require(!cleanPeriod.isNegative() && !cleanPeriod.isZero(), "clean period is not positive");
        require(!probation.isNegative(), "probation is negative");
        require(!databaseAge.isNegative() && !databaseAge.isZero(), "database age is not positive");
        require(databaseAge.compareTo(OLDEST_DATABASE) <= 0, "database age is out of range");
        require(visits == Visits.SERVED || approvals == 0, "visits are refused without the approvals asked for");
    }

    /** The defaults with this grace, which has none. */
    public static Enforcement ofGrace(Duration grace) {
        return new Enforcement(
                grace,
                DEFAULT_APPROVALS,
                DEFAULT_REMINDER,
                DEFAULT_CLEAN_PERIOD,
                DEFAULT_PROBATION,
                DEFAULT_DATABASE_AGE,
                Visits.SERVED);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("enforcement: " + otherwise);
        }
    }
}
