/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdTest {

    /** The vectors of the reference implementation: key 00 to 0f, text 00, 01, 02 and so on. */
    @ParameterizedTest
    @CsvSource({
        "0, a3817f04ba25a8e66df67214c7550293",
        "1, da87c1d86b99af44347659119b22fc45",
        "2, 8177228da4a45dc7fca38bdef60affe4",
        "3, 9c70b60c5267a94e5f33b6b02985ed51",
        "15, 5493e99933b0a8117e08ec0f97cfc3d9",
        "16, 6ee2a4ca67b054bbfd3315bf85230577",
        "17, 473d06e8738db89854c066c47ae47740"
    })
    void isTheHashOfTheReferenceImplementation(int length, String expected) {
        byte[] text = new byte[length];
        for (int at = 0; at < length; at++) {
            text[at] = (byte) at;
        }
        EventId hash = new EventId.SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L).of(text);
        byte[] bytes = ByteBuffer.allocate(EventId.BYTES)
                .putLong(Long.reverseBytes(hash.high()))
                .putLong(Long.reverseBytes(hash.low()))
                .array();

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }

    @Test
    void idsThatDifferDoNotMeet() {
        assertThat(EventId.of("req-1")).isEqualTo(EventId.of("req-1")).isNotEqualTo(EventId.of("req-2"));
        assertThat(EventId.of("réq")).isNotEqualTo(EventId.of("r?q"));
    }
}
