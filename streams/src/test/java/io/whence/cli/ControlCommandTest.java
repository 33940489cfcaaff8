/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ControlCommandTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "halt, 'halt' is none of stop",
                "stop, actor is blank",
                "stop --actor Jane, reason_code is blank",
                "stop HK --actor Jane --reason X, stop takes no subject",
                "freeze-region --actor Jane --reason X, freeze-region: say which",
                "freeze-region Hongkong --actor Jane --reason X, 'Hongkong' is not an ISO 3166 code",
                "stop --actor Jane --reason X --until 2020-01-01T00:00:00Z, is over; choose a later time",
                "suspend-signal --actor Jane --reason X, suspend-signal: say which",
                "suspend-signal HK --actor Jane --reason X, 'HK/",
                "restore-signal DIRECT_EGRESS/HK/2024-07-09 --actor Jane --reason X, the past is never judged anew",
                "stop --actor Jane --reason X --until soon, Invalid value for option '--until'"
            })
    void nothingIsSentWithoutSubjectActorAndReason(String arguments, String message) {
        StringWriter err = new StringWriter();

        int code = new CommandLine(new ControlCommand())
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }
}
