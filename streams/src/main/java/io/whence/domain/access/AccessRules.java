/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which access events can be counted at all.
 *
 * <p>What the caller of the API writes himself (address, headers, path) never gets an event rejected unless no gateway
 * would have let it through: otherwise a strange header would be a way out of the tally.
 */
public final class AccessRules {

    /** Identifiers that the provider issues: a UUID has 36 characters, prefixed keys under 64. */
    public static final int MAX_IDENTIFIER_LENGTH = 128;

    /** What callers write: more than the header blocks of nginx (32 kB) and Envoy (60 KiB) may have in all. */
    public static final int MAX_REQUEST_TEXT_LENGTH = 65_536;

    /**
     * How far a gateway's clock may run ahead of the broker's. NTP holds them within a second; more than this is a
     * defect, and one event from the future would make every other event of its organization late.
     */
    public static final Duration MAX_SKEW = Duration.ofSeconds(60);

    /** No API of this kind is older; seconds mistaken for milliseconds fall into January 1970. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Exclusive; microseconds mistaken for milliseconds fall more than 50,000 years behind it. */
    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private AccessRules() {}

    /**
     * The first fault of an event, in the order of {@link RejectionReason}; empty if it can be counted. A missing or
     * garbled {@code source_ip} is none: such an event is counted as one without a place.
     *
     * @param receivedAt when the broker took the event in
     */
    public static Optional<Rejection> check(AccessEvent event, Instant receivedAt) {
        Rejection rejection = identity(event);
        if (rejection == null) {
            rejection = timestamp(event.timestamp(), receivedAt);
        }
        if (rejection == null) {
            rejection = FieldLengths.check(event);
        }
        return Optional.ofNullable(rejection == null ? numbers(event) : rejection);
    }

    private static @Nullable Rejection identity(AccessEvent event) {
        if (event.eventId().isBlank()) {
            return new Rejection(RejectionReason.MISSING_EVENT_ID, "event_id", "event_id is empty");
        }
        if (event.organizationId().isBlank()) {
            return new Rejection(RejectionReason.MISSING_ORGANIZATION, "organization_id", "organization_id is empty");
        }
        return OrganizationIds.fault(event.organizationId())
                .map(fault -> new Rejection(
                        RejectionReason.INVALID_ORGANIZATION,
                        "organization_id",
                        "organization_id " + fault + "; allowed are letters, digits and . _ : @ -"))
                .orElse(null);
    }

    private static @Nullable Rejection timestamp(Instant timestamp, Instant receivedAt) {
        if (!isPlausible(timestamp)) {
            return new Rejection(
                    RejectionReason.TIMESTAMP_OUT_OF_RANGE,
                    "timestamp",
                    "timestamp " + timestamp + " is not between 2000 and 2100" + mistakenUnit(timestamp));
        }
        if (timestamp.isAfter(receivedAt.plus(MAX_SKEW))) {
            BigDecimal ahead =
                    BigDecimal.valueOf(Duration.between(receivedAt, timestamp).toMillis(), 3);
            return new Rejection(
                    RejectionReason.FUTURE_TIMESTAMP,
                    "timestamp",
                    "timestamp " + timestamp + " is " + ahead + " s ahead of its arrival, more than "
                            + MAX_SKEW.toSeconds() + " s");
        }
        return null;
    }

    private static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /** A number read as milliseconds that makes sense in another unit. */
    private static String mistakenUnit(Instant timestamp) {
        long seconds = timestamp.getEpochSecond();
        if (timestamp.isBefore(EARLIEST)) {
            boolean overflows = Math.abs(seconds) > LATEST.getEpochSecond();
            return overflows ? "" : hint("seconds", Instant.ofEpochSecond(timestamp.toEpochMilli()));
        }
        String micros = hint("microseconds", Instant.ofEpochMilli(seconds));
        return micros.isEmpty() ? hint("nanoseconds", Instant.ofEpochSecond(seconds / 1_000_000)) : micros;
    }

    private static String hint(String unit, Instant meant) {
        return isPlausible(meant) ? ": " + unit + " taken for milliseconds, " + meant + " was meant?" : "";
    }

    private static @Nullable Rejection numbers(AccessEvent event) {
        if (event.status() < 100 || event.status() > 599) {
            return new Rejection(
                    RejectionReason.INVALID_STATUS, "status", "status " + event.status() + " is not 100 to 599");
        }
        Rejection tcp = milliseconds("tcp_rtt_millis", event.tcpRttMillis());
        return tcp == null ? milliseconds("request_rtt_millis", event.requestRttMillis()) : tcp;
    }

    private static @Nullable Rejection milliseconds(String field, @Nullable Float value) {
        if (value == null || (Float.isFinite(value) && value >= 0)) {
            return null;
        }
        return new Rejection(
                RejectionReason.INVALID_NUMBER, field, field + " is " + value + ", not a time that was measured");
    }
}
