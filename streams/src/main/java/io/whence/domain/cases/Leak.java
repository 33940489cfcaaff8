/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * What one gateway served on one day although it was to be refused. The same whatever the order its requests come in.
 *
 * @param organizationId whose requests they were
 * @param gateway the edge that served them; {@link #UNKNOWN} or {@link #OTHER} where it cannot be told
 * @param refusal what should have stopped them; of the order that was noticed first
 * @param day the UTC day, by event time
 * @param minutes minutes of the day in which it served, 0 to 1439
 * @param requests how many it served, 1 or more
 * @param closed whether the day takes no more events
 */
public record Leak(
        String organizationId,
        String gateway,
        Refusal refusal,
        LocalDate day,
        BitSet minutes,
        long requests,
        boolean closed) {

    /** The gateway of requests that do not say where they were received. */
    public static final String UNKNOWN = "unknown";

    /** The gateway of requests beyond the gateways that are told apart. */
    public static final String OTHER = "other";

    public Leak {
        minutes = (BitSet) minutes.clone();
    }

    static Leak none(String organizationId, String gateway, Refusal refusal, LocalDate day) {
        return new Leak(organizationId, gateway, refusal, day, new BitSet(), 0, false);
    }

    boolean isThrough(String edge, Refusal order, LocalDate on) {
        return gateway.equals(edge)
                && day.equals(on)
                && refusal.scope() == order.scope()
                && refusal.scopeId().equals(order.scopeId())
                && refusal.policyId().equals(order.policyId())
                && refusal.from().equals(order.from());
    }

    /** The leak with one request more. */
    Leak with(Instant served) {
        BitSet more = (BitSet) minutes.clone();
        more.set(served.atOffset(ZoneOffset.UTC).get(ChronoField.MINUTE_OF_DAY));
        return new Leak(organizationId, gateway, refusal, day, more, requests + 1, closed);
    }

    Leak asClosed() {
        return new Leak(organizationId, gateway, refusal, day, minutes, requests, true);
    }

    /** Start of the first minute in which it served. */
    public Instant firstMinute() {
        return minute(minutes.nextSetBit(0));
    }

    /** Start of the last minute in which it served. */
    public Instant lastMinute() {
        return minute(minutes.length() - 1);
    }

    private Instant minute(int ofDay) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(ofDay, ChronoUnit.MINUTES);
    }
}
