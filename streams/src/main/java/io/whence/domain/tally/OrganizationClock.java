/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What time it is for one organization: its own event time, so that nobody else's clock can make its events late.
 *
 * <p>A UTC day stays open until the organization's event time has passed its end by the allowed lateness; an event of
 * an open day is never late. Every day is closed once.
 *
 * @param latest the latest event time seen
 * @param closedThrough the last day that is closed; this day and all before it take no more events
 * @param receivedAt when the last event was received, by the broker's clock
 */
public record OrganizationClock(Instant latest, LocalDate closedThrough, Instant receivedAt) {

    /** The clock at an organization's first event. */
    public static OrganizationClock startedBy(Instant eventTime, Instant receivedAt, Duration lateness) {
        return new OrganizationClock(eventTime, closedBy(eventTime, lateness), receivedAt);
    }

    /** Whether an event of this time comes after its day was closed. */
    public boolean isLate(Instant eventTime) {
        return !dayOf(eventTime).isAfter(closedThrough);
    }

    /** The clock after an event; days may have closed. */
    public OrganizationClock advancedTo(Instant eventTime, Instant received, Duration lateness) {
        Instant now = eventTime.isAfter(latest) ? eventTime : latest;
        LocalDate closed = closedBy(now, lateness);
        return new OrganizationClock(
                now,
                closed.isAfter(closedThrough) ? closed : closedThrough,
                received.isAfter(receivedAt) ? received : receivedAt);
    }

    /** Whether there are days to close although the organization sends nothing any more. */
    public boolean silentAt(Instant now, Duration idleAfter, Duration lateness) {
        LocalDate last = dayOf(latest);
        return last.isAfter(closedThrough)
                && !receivedAt.plus(idleAfter).isAfter(now)
                && !closingOf(last, lateness).isAfter(now);
    }

    /** The clock after an organization fell silent: every day it has traffic on is closed. */
    public OrganizationClock silenced() {
        LocalDate last = dayOf(latest);
        return new OrganizationClock(latest, last.isAfter(closedThrough) ? last : closedThrough, receivedAt);
    }

    /** When, in event time, a day is closed; what is said about the day is dated so. */
    public static Instant closingOf(LocalDate day, Duration lateness) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(lateness);
    }

    /** The UTC day of an event. */
    public static LocalDate dayOf(Instant eventTime) {
        return LocalDate.ofInstant(eventTime, ZoneOffset.UTC);
    }

    private static LocalDate closedBy(Instant now, Duration lateness) {
        return dayOf(now.minus(lateness)).minusDays(1);
    }
}
