/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many organizations a policy newly touched within an hour of event time. When they are too many at once, the cause
 * is more likely a bad database or a bad list than that many organizations; from then on nobody else is warned or
 * enforced against under the policy until an officer releases it.
 *
 * <p>Each partition has surges of its own. With P partitions and K organizations at most {@code P * organizations +
 * share * K} are let through within an hour, however they are spread and in whatever order they come; what was let
 * through before a surge trips stays.
 *
 * @param hour start of the hour
 * @param touched organizations newly warned or enforced against in it
 * @param tripped whether it was too many
 */
public record Surge(Instant hour, long touched, boolean tripped) {

    /** Nobody was touched yet. */
    public static final Surge NONE = new Surge(Instant.EPOCH, 0, false);

    /**
     * When a surge is too large.
     *
     * @param share of all organizations, 0 to 1
     * @param organizations however small the share: so many are always let through
     */
    public record Limit(double share, long organizations) {

        /**
         * One in ten. The incidents on record that touched the wrong people, such as Slack's of December 2018, began
         * with a change of geolocation data that moved many at once; an ordinary day moves a few.
         */
        public static final double DEFAULT_SHARE = 0.1;

        /** Twenty can be looked at by hand. */
        public static final long DEFAULT_ORGANIZATIONS = 20;

        /** The defaults. */
        public static final Limit DEFAULT = new Limit(DEFAULT_SHARE, DEFAULT_ORGANIZATIONS);

        public Limit {
            if (share < 0 || share > 1 || organizations < 0) {
                throw new IllegalArgumentException("breaker: share is 0 to 1, organizations 0 or more");
            }
        }

        boolean exceededBy(long touched, long known) {
            return touched > organizations && touched > share * known;
        }
    }

    /** The surge with one more organization touched, of so many known. */
    public Surge touching(Instant at, long known, Limit limit) {
        Instant now = at.truncatedTo(ChronoUnit.HOURS);
        long inThisHour = now.equals(hour) ? touched + 1 : 1;
        return new Surge(now, inThisHour, tripped || limit.exceededBy(inThisHour, known));
    }
}
