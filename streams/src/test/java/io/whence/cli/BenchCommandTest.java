/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private static final int WRONG_USAGE = 2;

    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void tellsWhoAsksForFlinkWithoutIt() {
        assertThat(bench("--pipeline", "PASS_THROUGH,FLINK")).isEqualTo(WRONG_USAGE);

        assertThat(err.toString()).contains("--pipeline FLINK needs Flink on the class path");
    }

    @Test
    void refusesMeasurementsThatSayNothing() {
        assertThat(bench("--records", "10")).isEqualTo(WRONG_USAGE);

        assertThat(err.toString()).contains("--records must be 1000 or more");
    }
}
