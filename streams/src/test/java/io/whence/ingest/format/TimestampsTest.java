/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long YEAR_2100 = 4_102_444_800_000L;
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "17/May/2015:10:05:03 +0000, 2015-05-17T10:05:03Z",
        "17/May/2015:10:05:03 -0530, 2015-05-17T15:35:03Z",
        "30/Jun/2015:23:59:60 +0000, 2015-07-01T00:00:00Z",
        "29/Feb/2024:00:00:00 +1400, 2024-02-28T10:00:00Z",
        "2015-05-17T10:05:03Z, 2015-05-17T10:05:03Z",
        "2015-05-17t10:05:03.1z, 2015-05-17T10:05:03.100Z",
        "2015-05-17 10:05:03.123456789+02:00, 2015-05-17T08:05:03.123Z",
        "2015-05-17T10:05:03.999-0330, 2015-05-17T13:35:03.999Z",
        "1431857103, 2015-05-17T10:05:03Z",
        "1431857103.12, 2015-05-17T10:05:03.120Z",
        "1431857103123, 2015-05-17T10:05:03.123Z",
        "1431857103123456, 2015-05-17T10:05:03.123Z",
        "1431857103123456789, 2015-05-17T10:05:03.123Z",
    })
    void readsWhatLogsWrite(String text, Instant expected) throws UnreadableLineException {
        assertThat(Timestamps.parse(text, Unit.AUTO)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "",
                "x",
                "12/",
                "17/May/2015:10:05:03",
                "17/Mai/2015:10:05:03 +0000",
                "31/Feb/2015:10:05:03 +0000",
                "17/ayJ/2015:10:05:03 +0000",
                "17/May/2015:24:05:03 +0000",
                "17/May/2015 10:05:03 +0000",
                "2015-05-17T10:05:03",
                "2015-05-17",
                "2015-13-17T10:05:03Z",
                "2015-05-17T10:05:03.Z",
                "2015-05-17T10:05:03+2",
                "2015-05-17T10:05:03+25:00",
                "2015-02-29T10:05:03Z",
                "1.431857103E9",
                "99999999999999999999",
                "9999999999999999999",
                "-1431857103",
                "1431857103.",
                "１４３１８５７１０３"
            })
    void refusesWhatIsNoTimeWithAZone(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text, Unit.AUTO))
                .isInstanceOfSatisfying(
                        UnreadableLineException.class,
                        e -> assertThat(e.reason()).isEqualTo(UnreadableReason.BAD_TIMESTAMP));
    }

    @Test
    void readsNumbersInTheUnitOfTheirField() throws UnreadableLineException {
        assertThat(Timestamps.parse("1431857103", Unit.S)).isEqualTo("2015-05-17T10:05:03Z");
        assertThat(Timestamps.parse("86400000", Unit.MS)).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(Timestamps.parse("86400000000", Unit.US)).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(Timestamps.parse("86400000000000", Unit.NS)).isEqualTo("1970-01-02T00:00:00Z");
    }

    @Test
    void agreesWithTheFormattersOfJava() {
        qt().forAll(longs().between(0, YEAR_2100), integers().between(-18 * 60, 18 * 60))
                .checkAssert((millis, offset) -> {
                    var time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offset * 60));
                    if (time.getYear() >= 1970) {
                        assertThat(parsed(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                                .isEqualTo(Instant.ofEpochMilli(millis));
                        assertThat(parsed(COMMON_LOG.format(time)))
                                .isEqualTo(Instant.ofEpochSecond(Math.floorDiv(millis, 1000L)));
                    }
                });
    }

    private static Instant parsed(String text) {
        try {
            // Java leaves the seconds out when they are zero; no log does
            var full = text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(Z|[+-].*)")
                    ? text.substring(0, 16) + ":00" + text.substring(16)
                    : text;
            return Timestamps.parse(full, Unit.AUTO);
        } catch (UnreadableLineException e) {
            throw new AssertionError(text + ": " + e.detail(), e);
        }
    }
}
