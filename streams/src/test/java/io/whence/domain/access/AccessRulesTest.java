/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

    static Optional<Rejection> check(Consumer<AccessEvents> change) {
        AccessEvents event = new AccessEvents();
        change.accept(event);
        return AccessRules.check(event.build(), RECEIVED);
    }

    private static Optional<RejectionReason> reason(Consumer<AccessEvents> change) {
        return check(change).map(Rejection::reason);
    }

    @Test
    void anOrdinaryEventCounts() {
        assertThat(check(event -> {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anEventNeedsAnId(String id) {
        assertThat(check(event -> event.eventId = id))
                .contains(new Rejection(RejectionReason.MISSING_EVENT_ID, "event_id", "event_id is empty"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | timestamp 1970-01-01T00:00:00Z is not between 2000 and 2100",
                "-1 | timestamp 1969-12-31T23:59:59.999Z is not between 2000 and 2100",
                "946684799999 | timestamp 1999-12-31T23:59:59.999Z is not between 2000 and 2100",
                "4102444800000 | timestamp 2100-01-01T00:00:00Z is not between 2000 and 2100",
                "1772366400 | timestamp 1970-01-21T12:19:26.400Z is not between 2000 and 2100:"
                        + " seconds taken for milliseconds, 2026-03-01T12:00:00Z was meant?",
                "1772366400000000 | timestamp +58134-01-21T00:00:00Z is not between 2000 and 2100:"
                        + " microseconds taken for milliseconds, 2026-03-01T12:00:00Z was meant?",
                "1772366400000000000 | timestamp +56166025-05-22T00:00:00Z is not between 2000 and 2100:"
                        + " nanoseconds taken for milliseconds, 2026-03-01T12:00:00Z was meant?",
                "9223372036854775807 | timestamp +292278994-08-17T07:12:55.807Z is not between 2000 and 2100"
            })
    void impossibleTimesSayWhichUnitWasMistaken(long millis, String message) {
        assertThat(check(event -> event.timestamp = Instant.ofEpochMilli(millis)))
                .contains(new Rejection(RejectionReason.TIMESTAMP_OUT_OF_RANGE, "timestamp", message));
    }

    @Test
    void theEndsOfTimeAreRefusedWithoutOverflow() {
        assertThat(reason(event -> event.timestamp = Instant.MAX)).contains(RejectionReason.TIMESTAMP_OUT_OF_RANGE);
        assertThat(reason(event -> event.timestamp = Instant.MIN)).contains(RejectionReason.TIMESTAMP_OUT_OF_RANGE);
    }

    @Test
    void theYear2000IsTheFirst() {
        assertThat(check(event -> event.timestamp = Instant.parse("2000-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void clocksMayRunAheadByAMinuteAndNoMore() {
        assertThat(check(event -> event.timestamp = RECEIVED.plusSeconds(60))).isEmpty();
        assertThat(check(event -> event.timestamp = RECEIVED.plusMillis(60_001)))
                .contains(new Rejection(
                        RejectionReason.FUTURE_TIMESTAMP,
                        "timestamp",
                        "timestamp 2026-03-01T12:01:00.001Z is 60.001 s ahead of its arrival, more than 60 s"));
    }

    @Test
    void eventsMayBeAsOldAsTheyLike() {
        assertThat(check(event -> event.timestamp = RECEIVED.minusSeconds(400L * 86_400)))
                .isEmpty();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("event_id", 128, (event, text) -> event.eventId = text),
                limit("project_id", 128, (event, text) -> event.projectId = text),
                limit("api_key_id", 128, (event, text) -> event.apiKeyId = text),
                limit("tls_fingerprint", 128, (event, text) -> event.tlsFingerprint = text),
                limit("edge_location", 128, (event, text) -> event.edgeLocation = text),
                limit("forwarded_for", 65_536, (event, text) -> event.forwardedFor = text),
                limit("method", 65_536, (event, text) -> event.method = text),
                limit("path", 65_536, (event, text) -> event.path = text),
                limit("user_agent", 65_536, (event, text) -> event.userAgent = text),
                limit("accept_language", 65_536, (event, text) -> event.acceptLanguage = text),
                limit("end_user_id", 65_536, (event, text) -> event.endUserId = text));
    }

    private static Arguments limit(String field, int max, BiConsumer<AccessEvents, String> set) {
        return Arguments.of(field, max, set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void fieldsHaveLimits(String field, int max, BiConsumer<AccessEvents, String> set) {
        assertThat(check(event -> set.accept(event, "x".repeat(max)))).isEmpty();
        assertThat(check(event -> set.accept(event, "x".repeat(max + 1))))
                .contains(new Rejection(
                        RejectionReason.FIELD_TOO_LONG,
                        field,
                        "%s has %d characters, more than %d".formatted(field, max + 1, max)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "unknown", "1.2", "10.0.0.1", "2001:db8::1", "\u202e\u0000"})
    void aSourceThatIsNoAddressIsNoFault(String source) {
        assertThat(check(event -> event.sourceIp = source)).isEmpty();
        assertThat(check(event -> event.sourceIp = source.repeat(100_000))).isEmpty();
    }

    @Test
    void whatCallersWriteIsNoFault() {
        assertThat(check(event -> {
                    event.forwardedFor = "8.8.8.8, ".repeat(5_000);
                    event.userAgent = "${jndi:ldap://x/a} %s%n \u001b[31m" + "x".repeat(60_000);
                    event.path = "/\u202e../..%00";
                    event.method = "\u0016\u0003\u0001";
                    event.acceptLanguage = "\ud800";
                    event.endUserId = "\r\n";
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 99, 600, 999, Integer.MAX_VALUE})
    void statusesThatHttpDoesNotHaveAreRefused(int status) {
        assertThat(check(event -> event.status = status))
                .contains(new Rejection(
                        RejectionReason.INVALID_STATUS, "status", "status %d is not 100 to 599".formatted(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 429, 499, 599})
    void statusesOfHttpAndOfNginxAreAccepted(int status) {
        assertThat(check(event -> event.status = status)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1, -Float.MIN_VALUE})
    void timesThatCannotHaveBeenMeasuredAreRefused(float millis) {
        assertThat(check(event -> event.tcpRttMillis = millis))
                .contains(new Rejection(
                        RejectionReason.INVALID_NUMBER,
                        "tcp_rtt_millis",
                        "tcp_rtt_millis is %s, not a time that was measured".formatted(millis)));
        assertThat(check(event -> event.requestRttMillis = millis).orElseThrow().field())
                .isEqualTo("request_rtt_millis");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0.0f, Float.MIN_VALUE, 0.25f, 60_000, Float.MAX_VALUE})
    void timesThatCanHaveBeenMeasuredAreAccepted(float millis) {
        assertThat(check(event -> event.tcpRttMillis = millis)).isEmpty();
        assertThat(check(event -> event.requestRttMillis = millis)).isEmpty();
    }

    @Test
    void ofSeveralFaultsTheFirstInTheOrderOfReasonsIsNamed() {
        AccessEvents event = new AccessEvents();
        event.tcpRttMillis = -1f;
        assertThat(rejected(event)).isEqualTo(RejectionReason.INVALID_NUMBER);
        event.status = 0;
        assertThat(rejected(event)).isEqualTo(RejectionReason.INVALID_STATUS);
        event.path = "x".repeat(65_537);
        assertThat(rejected(event)).isEqualTo(RejectionReason.FIELD_TOO_LONG);
        event.timestamp = RECEIVED.plusSeconds(61);
        assertThat(rejected(event)).isEqualTo(RejectionReason.FUTURE_TIMESTAMP);
        event.timestamp = Instant.EPOCH;
        assertThat(rejected(event)).isEqualTo(RejectionReason.TIMESTAMP_OUT_OF_RANGE);
        event.organizationId = "../";
        assertThat(rejected(event)).isEqualTo(RejectionReason.INVALID_ORGANIZATION);
        event.organizationId = "";
        assertThat(rejected(event)).isEqualTo(RejectionReason.MISSING_ORGANIZATION);
        event.eventId = "";
        assertThat(rejected(event)).isEqualTo(RejectionReason.MISSING_EVENT_ID);
    }

    private static RejectionReason rejected(AccessEvents event) {
        return AccessRules.check(event.build(), RECEIVED).orElseThrow().reason();
    }

    @Test
    void theCodesAreStable() {
        assertThat(Arrays.stream(RejectionReason.values()).map(Enum::name))
                .containsExactly(
                        "MISSING_EVENT_ID",
                        "MISSING_ORGANIZATION",
                        "INVALID_ORGANIZATION",
                        "TIMESTAMP_OUT_OF_RANGE",
                        "FUTURE_TIMESTAMP",
                        "FIELD_TOO_LONG",
                        "INVALID_STATUS",
                        "INVALID_NUMBER");
    }
}
