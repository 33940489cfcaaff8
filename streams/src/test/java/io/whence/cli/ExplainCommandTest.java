/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.http.SampleServer;
import io.whence.http.Tokens;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsRebalancingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainCommandTest {

    /** SHA-256 of "view". */
    private static final String VIEWER =
            "viewer 2bcb43cbc8f6b7ef66331532881143fcbae60a879db3a8fb853f645bb24c2b3c dashboard";

    private final SampleState state = Samples.all();
    private final SampleServer server = new SampleServer(state);
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @AfterEach
    void makeReadable() {
        state.memory().unreadable(null);
        out = new StringWriter();
        err = new StringWriter();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void saysInWordsWhereAnOrganizationStandsAndWhy() {
        assertThat(explain(Samples.JADE)).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .startsWith("Jade River Robotics (org-jade-river)", "  says it is in   Singapore (SG)")
                .contains(
                        "OpenAI API, supported countries and territories (openai-api version 1, live)",
                        "  warned          2024-06-24",
                        "  enforceable     not before 2024-07-10",
                        "  told of         WARNING/CN/1, WARNING/HK/1",
                        "Traffic by region and day, 2024-06-15 to 2024-07-12",
                        "What is not known",
                        "  Only one geolocation database speaks for HK; no second one confirms it.",
                        "  located with    GeoLite2-City of 2019-11-19")
                .anyMatch(line ->
                        line.matches("  probability     9\\d\\.\\d % that it is used from an unsupported region"))
                .anyMatch(line -> line.matches("    keys +key-lab-7 [\\d,]+; key-lab-9 .*"))
                .anyMatch(line -> line.matches("    networks +202\\.96\\.209\\.0/24 China Telecom AS4134 .*"))
                .anyMatch(line -> line.matches("  day +CN x +HK x +ZZ \\? +SG"))
                .anyMatch(line -> line.matches("  2024-07-12 .* still open"))
                .anyMatch(line -> line.matches("  2024-06-24  WARNING \\(shadow, not sent\\)  .*"));
    }

    @Test
    void drawsEachReasonFromWhereTheOneBeforeEnded() {
        explain(Samples.JADE);

        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("   -20\\.0  <{20}\\| +Before any evidence.*"))
                .anyMatch(line -> line.matches("   \\+33\\.0  >{20}\\|>{13} +Requests came directly out of CN.*"))
                .anyMatch(line -> line.matches("   \\+13\\.0   {20}\\|>{13} +in all"));
    }

    @Test
    void saysThatNothingIsHeldAgainstAnOrganization() {
        assertThat(explain(Samples.AURORA)).isZero();

        assertThat(out.toString().lines()).contains("  case            CLEAR", "Notices", "  none");
        assertThat(out.toString()).doesNotContain("warned");
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        assertThat(explain(Samples.JADE, "--json")).isZero();

        JsonNode printed = new ObjectMapper().readTree(out.toString());
        assertThat(printed.at("/explanation/policies/0/case/state").asText()).isEqualTo("ENFORCED");
        assertThat(printed.at("/explanation/notices/0/kind").asText()).isEqualTo("ENFORCEMENT");
        assertThat(printed.at("/traffic/traffic/0/region").asText()).isEqualTo("CN");
    }

    @Test
    void aHostileNameCannotSteerTheTerminal() {
        state.add(SampleState.organization("org-terminal", "\u001b[2Jcleared\u202e\r\n\u0007", null));

        explain("org-terminal");

        assertThat(out.toString()).startsWith("?[2Jcleared???? (org-terminal)");
    }

    @Test
    void failsForAnOrganizationThatIsNotKnown() {
        assertThat(explain("nobody")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("nobody: No request of an organization with this id was counted.");
    }

    @Test
    void failsWhileTheInstanceIsNotReady() {
        state.memory().unreadable(new StreamsRebalancingException("rebalancing"));

        assertThat(explain(Samples.JADE)).isEqualTo(1);
        assertThat(err.toString()).contains("Try again in a moment");
    }

    @Test
    void saysWhatToDoWhenNobodyAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(execute("org", "--url", "http://127.0.0.1:" + closed)).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody answers at http://127.0.0.1:" + closed, "--url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "ftp://host", "http://", "http://a b"})
    void refusesWhatIsNoAddress(String url) {
        assertThat(execute("org", "--url", url)).isEqualTo(2);
        assertThat(err.toString()).contains("--url: '" + url + "' is not an address");
    }

    @Test
    void asksWithTheTokenInAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");
        try (SampleServer closed = SampleServer.knowing(state, Tokens.parse(List.of(VIEWER)))) {
            assertThat(execute(Samples.JADE, "--url", closed.url())).isEqualTo(1);
            assertThat(err.toString()).contains("--token-file");

            Files.writeString(file, "view\n");
            assertThat(execute(Samples.JADE, "--url", closed.url(), "--token-file", file.toString()))
                    .isZero();
        }
        Files.writeString(file, "two tokens");
        assertThat(execute(Samples.JADE, "--token-file", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("does not hold one token").doesNotContain("two tokens");
    }

    @Test
    void needsAnOrganization() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("ORGANIZATION");
    }

    private int explain(String organization, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = organization;
        arguments[1] = "--url";
        arguments[2] = server.url();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        return new CommandLine(new ExplainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
