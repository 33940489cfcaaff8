/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.policy.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyDiffCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine = new CommandLine(new PolicyCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @TempDir
    Path folder;

    @Test
    void saysInWordsWhatChanges() throws IOException {
        var before = write(PolicyText.version(1).yaml());
        var after = Files.writeString(
                        folder.resolve("after.yaml"),
                        PolicyText.version(1, "mode: live", "unsupported: [CN, MO, DK]", "except: [UA-43]")
                                .and(2, "approvals: 1")
                                .yaml())
                .toString();

        assertThat(commandLine.execute("diff", before, after)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Policy example: this widens enforcement",
                        "",
                        "Version 1 changes",
                        "  loses support               Denmark (DK), Faroe Islands (FO), Greenland (GL), Crimea (UA-43)"
                                + " (widens)",
                        "  gains support               Hong Kong (HK) (narrows)",
                        "  loses support of a part     Ukraine (UA) (widens)",
                        "  mode                        from shadow to live (widens)",
                        "",
                        "Version 2 is new, compared with version 1, in force until then",
                        "  approvals                   from 0 to 1 (narrows)");

        out.getBuffer().setLength(0);
        assertThat(commandLine.execute("diff", before, before)).isZero();
        assertThat(out.toString()).isEqualTo("Policy example: nothing changes" + System.lineSeparator());
    }

    @Test
    void saysAsJsonWhatChanges() throws IOException {
        var before = write(PolicyText.version(1).yaml());
        var after = Files.writeString(
                        folder.resolve("after.yaml"),
                        PolicyText.version(1, "grace: P30D", "unsupported: [CN, MO, HK, SY]")
                                .yaml())
                .toString();

        assertThat(commandLine.execute("diff", before, after, "--json")).isZero();

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("widens_enforcement").asBoolean()).isTrue();
        var version = json.path("versions").path(0);
        assertThat(version.path("change").asText()).isEqualTo("changed");
        assertThat(version.path("regions").path(0))
                .hasToString("{\"region\":\"SY\",\"name\":\"Syria\",\"before\":\"supported\","
                        + "\"after\":\"unsupported\",\"effect\":\"widens\"}");
        assertThat(version.path("fields").path(0))
                .hasToString("{\"field\":\"grace\",\"before\":\"P15D\",\"after\":\"P30D\",\"effect\":\"narrows\"}");
    }

    @Test
    void comparesNothingWithARefusedPolicy() throws IOException {
        var refused = write("id: example\nversions: [3]\n");

        assertThat(commandLine.execute("diff", "openai-api", refused)).isEqualTo(1);
        assertThat(err.toString()).contains(refused + " is refused: 1 problem");
        assertThat(commandLine.execute("diff", "openai-api")).isEqualTo(2);
    }

    private String write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), yaml).toString();
    }
}
