/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessEventJsonTest {
    private static final String LEAST = """
            {"event_id":"e","timestamp":"2024-07-09T12:00:00Z","organization_id":"o","source_ip":"203.0.113.9",\
            "method":"GET","path":"/","status":200}""";

    @Test
    void isOneLineWithTheNamesOfTheContractInItsOrder() {
        assertThat(AccessEventJson.write(Wire.sparseEvent()))
                .isEqualTo("{\"event_id\":\"evt-2\",\"timestamp\":\"2024-07-09T12:00:00.123Z\","
                        + "\"organization_id\":\"org-1\",\"project_id\":null,\"api_key_id\":null,\"channel\":\"API\","
                        + "\"source_ip\":\"2001:db8::1\",\"forwarded_for\":null,\"method\":\"GET\",\"path\":\"/\","
                        + "\"status\":401,\"user_agent\":null,\"accept_language\":null,\"tls_fingerprint\":null,"
                        + "\"tcp_rtt_millis\":null,\"request_rtt_millis\":null,\"edge_location\":null,"
                        + "\"end_user_id\":null}");
    }

    @Test
    void isReadBack() {
        assertThat(AccessEventJson.read(AccessEventJson.write(Wire.fullEvent())))
                .isEqualTo(new Decoded.Value<>(Wire.fullEvent()));
        assertThat(AccessEventJson.read(AccessEventJson.write(Wire.sparseEvent())))
                .isEqualTo(new Decoded.Value<>(Wire.sparseEvent()));
    }

    @Test
    void needsNoMoreThanTheRequiredFields() {
        var event = event(LEAST);

        assertThat(event.timestamp()).isEqualTo(Instant.parse("2024-07-09T12:00:00Z"));
        assertThat(event.channel()).isEqualTo(Channel.API);
        assertThat(event.apiKeyId()).isNull();
    }

    @Test
    void aTimestampMayBeMilliseconds() {
        var event = event(LEAST.replace("\"2024-07-09T12:00:00Z\"", "1720526400123"));

        assertThat(event.timestamp()).isEqualTo(Instant.parse("2024-07-09T12:00:00.123Z"));
    }

    @Test
    void aLogMaySayMoreThanWeAsk() {
        var event = event(LEAST.replace("{\"event_id\"", "{\"trace\":{\"a\":[1,{\"event_id\":\"no\"}]},\"event_id\""));

        assertThat(event.eventId()).isEqualTo("e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_id", "timestamp", "organization_id", "source_ip", "method", "path", "status"})
    void aRequiredFieldThatIsNullOrAbsentIsNamed(String field) {
        var expected = new Decoded.Undecodable<AccessEvent>(UndecodableReason.MISSING_FIELD, field, "is missing");

        assertThat(AccessEventJson.read(LEAST.replaceAll("(\"" + field + "\":)(\"[^\"]*\"|\\d+)", "$1null")))
                .isEqualTo(expected);
        assertThat(AccessEventJson.read(LEAST.replace("\"" + field + "\"", "\"another\"")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"event_id\":\"e\" | \"event_id\":5 | event_id | WRONG_TYPE | is not text",
                "\"status\":200 | \"status\":\"200\" | status | WRONG_TYPE | is not a whole number",
                "\"status\":200 | \"status\":99999999999 | status | WRONG_TYPE | is not a whole number",
                "\"status\":200 | \"status\":20.5 | status | WRONG_TYPE | is not a whole number",
                "\"path\":\"/\" | \"path\":[\"/\"] | path | WRONG_TYPE | is not text",
                "\"path\":\"/\" | \"path\":\"/\",\"tcp_rtt_millis\":\"5\" | tcp_rtt_millis | WRONG_TYPE | is not a number",
                "\"path\":\"/\" | \"path\":\"/\",\"channel\":\"console\" | channel | INVALID_VALUE | is neither API nor CONSOLE",
                "\"2024-07-09T12:00:00Z\" | \"09/Jul/2024\" | timestamp | INVALID_VALUE | is not a moment like 2024-07-09T00:00:00Z",
                "\"2024-07-09T12:00:00Z\" | 1e30 | timestamp | WRONG_TYPE | is not a moment like 2024-07-09T00:00:00Z or whole milliseconds",
                "\"2024-07-09T12:00:00Z\" | 99999999999999999999 | timestamp | WRONG_TYPE | is not a moment like 2024-07-09T00:00:00Z or whole milliseconds",
                "\"event_id\":\"e\" | \"event_id\":\"\\ud800\" | event_id | INVALID_UTF8 | is not UTF-8",
                "\"event_id\":\"e\" | \"event_id\":\"e\",\"event_id\":\"f\" | event_id | MALFORMED_JSON | is there twice",
            })
    void aFaultIsNamedByFieldAndReason(
            String before, String after, String field, UndecodableReason reason, String message) {
        var line = LEAST.replace(before.strip(), after.strip());

        assertThat(line).isNotEqualTo(LEAST);
        assertThat(AccessEventJson.read(line)).isEqualTo(new Decoded.Undecodable<>(reason, field, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "5", "{", "{\"a\"}", "{\"event_id\":\"e\"} {}", "\u001f\u008b", "{'a':1}"})
    void whatIsNotOneObjectIsMalformed(String line) {
        var read = AccessEventJson.read(line.contains("} {") ? LEAST + " {}" : line);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        undecodable -> assertThat(undecodable.reason()).isEqualTo(UndecodableReason.MALFORMED_JSON));
    }

    @Test
    void aMessageNeverRepeatsWhatWasThere() {
        var read = AccessEventJson.read("{\"source_ip\": secret-203.0.113.9 }");

        assertThat(read.toString()).doesNotContain("secret").doesNotContain("203.0.113.9");
    }

    @Test
    void aCallersTextIsCutNotRefused() {
        var event = event(LEAST.replace("\"/\"", "\"/" + "a".repeat(100_000) + "\""));

        assertThat(event.path()).hasSize(AccessField.LONGEST_TEXT);
    }

    @Test
    void anIdentifierIsRefusedNotCut() {
        var read = AccessEventJson.read(LEAST.replace("\"o\"", "\"" + "o".repeat(1_000) + "\""));

        assertThat(read)
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.FIELD_TOO_LONG, "organization_id", "is 1000 long where 512 is allowed"));
    }

    private static AccessEvent event(String line) {
        var read = AccessEventJson.read(line);
        assertThat(read).isInstanceOf(Decoded.Value.class);
        return ((Decoded.Value<AccessEvent>) read).value();
    }
}
