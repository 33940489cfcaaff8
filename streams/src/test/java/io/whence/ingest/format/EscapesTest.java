/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain~plain",
                "say \\\"hi\\\"~say \"hi\"",
                "\\x22\\xd0\\xBF\\x22~\"п\"",
                "a\\\\n~a\\n",
                "a\\tb~a\tb",
                "unknown \\q \\x2 \\xzz~unknown \\q \\x2 \\xzz",
                "ends with \\~ends with \\",
                "\\x~\\x",
                "п\\x41~пA",
            })
    void undoesEscapesAndLeavesTheRest(String logged, String meant) {
        assertThat(Escapes.decode(logged)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "a%20b, a b",
        "a%2520b, a b",
        "100%, 100%",
        "%2, %2",
        "%zz, %zz",
        "%D0%BF, п",
    })
    void undoesPercentEncodingOnceOrTwice(String logged, String meant) {
        assertThat(PercentEncoding.decode(logged)).isEqualTo(meant);
    }
}
