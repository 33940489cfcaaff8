/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What time it is for one organization: its own event time, so that nobody else's clock can make its events late.
 *
 * <p>A UTC day stays open until the organization's event time has passed its end by the allowed lateness; an event of
 * an open day is never late. Every day is closed once.
 *
 * @param latest the latest event time seen
 * @param closedThrough the last day that is closed; this day and all before it take no more events
 * @param receivedAt when the last event was received, by the broker's clock
 * @param turnedThrough the last day the organization is known to have reached; deadlines at its start have passed
 */
public record OrganizationClock(Instant latest, LocalDate closedThrough, Instant receivedAt, LocalDate turnedThrough) {

    private static final long DAY_SECONDS = 86_400;

    /** The clock at an organization's first event. */
    public static OrganizationClock startedBy(Instant eventTime, Instant receivedAt, Duration lateness) {
        return new OrganizationClock(eventTime, closedBy(eventTime, lateness), receivedAt, dayOf(eventTime));
    }

    /** Whether an event of this time comes after its day was closed. */
    public boolean isLate(Instant eventTime) {
        return epochDayOf(eventTime) <= closedThrough.toEpochDay();
    }

    /** The clock after an event; days may have closed. */
    public OrganizationClock advancedTo(Instant eventTime, Instant received, Duration lateness) {
        Instant now = later(eventTime, latest);
        return new OrganizationClock(
                now,
                later(epochDayOf(now.minus(lateness)) - 1, closedThrough),
                later(received, receivedAt),
                later(epochDayOf(now), turnedThrough));
    }

    /** Whether the organization has sent nothing for a while. */
    public boolean silentAt(Instant now, Duration idleAfter) {
        return !receivedAt.plus(idleAfter).isAfter(now);
    }

    /**
     * The clock of an organization that has sent nothing for a while: the days that are over are closed, as far as it
     * has traffic on them, and time passes for it.
     *
     * @param now what time it is for us
     * @param until up to when time may pass at all, when old logs are replayed; null when there is no such limit
     */
    public OrganizationClock silencedAt(Instant now, Duration lateness, @Nullable Instant until) {
        LocalDate last = dayOf(latest);
        LocalDate over = closedBy(until == null || now.isBefore(until) ? now : until, lateness);
        LocalDate closed = later(over.isBefore(last) ? over : last, closedThrough);
        return new OrganizationClock(latest, closed, receivedAt, later(dayOf(timeAt(now, until)), turnedThrough));
    }

    /**
     * What time it is for the organization when for us it is another time. Its own time runs on from its last event as
     * ours does from when that was received, so that a log of years ago stays in its time.
     *
     * @param now what time it is for us
     * @param until end of the time that is replayed: time is then taken as it is, but never beyond; or null
     */
    public Instant timeAt(Instant now, @Nullable Instant until) {
        if (until != null) {
            return now.isAfter(until) ? until : now;
        }
        return now.isAfter(receivedAt) ? latest.plus(Duration.between(receivedAt, now)) : latest;
    }

    /** When, in event time, a day is closed; what is said about the day is dated so. */
    public static Instant closingOf(LocalDate day, Duration lateness) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(lateness);
    }

    /** The UTC day of an event. */
    public static LocalDate dayOf(Instant eventTime) {
        return LocalDate.ofInstant(eventTime, ZoneOffset.UTC);
    }

    /** The same in days since 1970. */
    public static long epochDayOf(Instant eventTime) {
        return Math.floorDiv(eventTime.getEpochSecond(), DAY_SECONDS);
    }

    /** The last day that is closed by a time. */
    public static LocalDate closedBy(Instant now, Duration lateness) {
        return dayOf(now.minus(lateness)).minusDays(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Makes no date of a day that was known, which nearly all are. */
    private static LocalDate later(long epochDay, LocalDate known) {
        return epochDay > known.toEpochDay() ? LocalDate.ofEpochDay(epochDay) : known;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
