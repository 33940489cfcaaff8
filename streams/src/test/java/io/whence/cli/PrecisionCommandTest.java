/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.app.SignalControls;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.origin.Region;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PrecisionCommandTest {

    private static final SignalPrecision BAD = new SignalPrecision("DIRECT_EGRESS", new Region("HK"), 30, 20, 18, 2);
    private static final SignalPrecision GOOD = new SignalPrecision("DIRECT_EGRESS", new Region("CN"), 30, 20, 2, 18);
    private static final SignalPrecision FEW = new SignalPrecision("DIRECT_EGRESS", new Region("RU"), 30, 7, 7, 0);

    @TempDir
    Path folder;

    private static SignalControls at(String instant) {
        return new SignalControls(InstantSource.fixed(Instant.parse(instant)), "ann");
    }

    @Test
    void suspendsWhatIsSurelyBelowTheFloorFromTheNextMidnightOn() {
        List<Control> controls = at("2024-07-09T10:00:00Z").suspending(List.of(BAD, GOOD, FEW), 0.5, List.of());

        assertThat(controls)
                .containsExactly(new Control(
                        "precision-DIRECT_EGRESS-HK-2024-07-10",
                        ControlKind.SUSPEND_SIGNAL,
                        "DIRECT_EGRESS/HK/2024-07-10",
                        true,
                        "ann",
                        "PRECISION_BELOW_FLOOR",
                        Instant.parse("2024-07-09T10:00:00Z"),
                        null));
    }

    @Test
    void leavesEveryInstanceAnHourToReadIt() {
        assertThat(at("2024-07-09T22:59:59Z").day()).hasToString("2024-07-10");
        assertThat(at("2024-07-09T23:00:00Z").day()).hasToString("2024-07-11");
    }

    @Test
    void doesNotSuspendTwiceAndDoesAgainAfterARestoration() {
        List<Control> given = at("2024-07-09T10:00:00Z").suspending(List.of(BAD), 0.5, List.of());
        Control restored = new Control(
                "control-2",
                ControlKind.RESTORE_SIGNAL,
                "DIRECT_EGRESS/HK/2024-08-01",
                true,
                "bob",
                "NEW_DATABASE",
                Instant.parse("2024-07-20T10:00:00Z"),
                null);

        assertThat(at("2024-07-10T10:00:00Z").suspending(List.of(BAD), 0.5, given))
                .isEmpty();
        assertThat(at("2024-08-02T10:00:00Z").suspending(List.of(BAD), 0.5, List.of(given.get(0), restored)))
                .extracting(Control::subject)
                .containsExactly("DIRECT_EGRESS/HK/2024-08-03");
    }

    @ParameterizedTest
    @CsvSource({
        "--floor 2, --floor: 2.0 is not from 0 to 1",
        "--publish --from FOLDER, --publish goes by the topics",
        "--publish, --publish needs --actor"
    })
    void saysWhatIsWrong(String arguments, String message) {
        StringWriter err = new StringWriter();

        int code = run(
                new StringWriter(),
                err,
                arguments.replace("FOLDER", folder.toString()).split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void filesThatAreNotThereAreNamed() throws Exception {
        StringWriter err = new StringWriter();
        Files.createFile(folder.resolve("case-events.jsonl"));

        assertThat(run(new StringWriter(), err, "--from", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("notices.jsonl");
    }

    @Test
    void filesWithoutAppealsPutNothingBelowTheFloor() throws Exception {
        StringWriter out = new StringWriter();
        Files.createFile(folder.resolve("case-events.jsonl"));
        Files.createFile(folder.resolve("notices.jsonl"));

        assertThat(run(out, new StringWriter(), "--from", folder.toString(), "--json"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("[ ]");
    }

    private static int run(StringWriter out, StringWriter err, String... arguments) {
        return new CommandLine(new PrecisionCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
