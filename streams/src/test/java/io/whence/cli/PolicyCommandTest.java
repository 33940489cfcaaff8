/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine = new CommandLine(new PolicyCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @TempDir
    Path folder;

    @Test
    void saysInWordsWhatTheBundledPolicyMeans() {
        assertThat(commandLine.execute("check", "openai-api")).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().map(String::strip))
                .contains(
                        "Policy openai-api is in order: 1 version, no warnings",
                        "announced      2024-06-24",
                        "in force       from 2024-07-09 on, each day from 00:00 UTC",
                        "mode           live: organizations are told, and enforcement may follow",
                        "grace          15 days between a notice and its enforcement",
                        "supported      237 of 250 countries and territories",
                        "indeterminate  1 of 250 countries and territories: Ukraine (UA)");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("unsupported 12 of 250 countries and territories: Antarctica (AQ), Belarus (BY), China (CN),"
                        + " Cuba (CU), Western Sahara (EH), Hong Kong (HK), Iran (IR), North Korea (KP), Macao (MO),"
                        + " Russia (RU), Syria (SY), Venezuela (VE)")
                .contains("Sevastopol (UA-40) is unsupported; Crimea (UA-43) is unsupported; where the part is not"
                        + " known, the country is indeterminate")
                .contains("a notice takes 100 requests on 4 days within 28 days, and 1 % of the organization's requests"
                        + " or 1000 requests; below a probability of 0.2 it is advisory only");
    }

    @Test
    void saysWhenEachVersionEnds() {
        assertThat(commandLine.execute("check", "sanctions-example")).isZero();

        assertThat(out.toString().lines().map(String::strip))
                .contains(
                        "in force       from 2014-12-19 until 2022-02-21, each day from 00:00 UTC",
                        "in force       from 2022-02-21 until 2025-07-01, each day from 00:00 UTC",
                        "in force       from 2025-07-01 on, each day from 00:00 UTC",
                        "grace          none");
    }

    @Test
    void refusesWithEveryProblemAndItsLine() throws IOException {
        var file = write(PolicyText.with("default: unsupported", "supported: [DE, UK]", "mode: loud"));

        assertThat(commandLine.execute("check", file)).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        file + " is refused: 2 problems",
                        "  " + file + ":11: versions[0].supported[1]: unknown region 'UK', did you mean 'GB'?",
                        "  " + file + ":12: versions[0].mode: unknown word 'loud', write one of shadow, live");
    }

    @Test
    void printsWarningsOfAPolicyInOrder() throws IOException {
        var file = write("""
                id: example
                versions:
                  - version: 1
                    title: Example
                    source: Help page
                    source_date: 2024-06-25
                    announced: 2024-06-24
                    effective: 2024-07-09
                    grace: PT36H
                    default: supported
                    unsupported: [CN]
                """);

        assertThat(commandLine.execute("check", file)).isZero();

        assertThat(out.toString())
                .contains("1 version, 2 warnings")
                .contains("grace          PT36H between a notice and its enforcement")
                .contains("parts          every country is judged as a whole")
                .contains("  " + file + ":3: versions[0]: Hong Kong (HK) is not named and supported by default:");
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        assertThat(commandLine.execute("check", "openai-api", "--json")).isZero();

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("in_order").asBoolean()).isTrue();
        assertThat(json.path("id").asText()).isEqualTo("openai-api");
        var version = json.path("versions").path(0);
        assertThat(version.path("effective_at").asText()).isEqualTo("2024-07-09T00:00:00Z");
        assertThat(version.path("superseded_at").isNull()).isTrue();
        assertThat(version.path("supported")).hasSize(237);
        assertThat(version.path("unsupported")).hasSize(12);
        assertThat(version.path("indeterminate").path(0).asText()).isEqualTo("UA");
        assertThat(version.path("parts").path("UA-43").asText()).isEqualTo("unsupported");
        assertThat(version.path("thresholds").path("window_days").asInt()).isEqualTo(28);
    }

    @Test
    void printsProblemsAsJsonOnStandardOutput() throws IOException {
        var file = write("id: example\nversions:\n  - version: 1\n");

        assertThat(commandLine.execute("check", "--json", file)).isEqualTo(1);

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("in_order").asBoolean()).isFalse();
        assertThat(json.has("versions")).isFalse();
        assertThat(json.path("problems")).hasSize(7);
        assertThat(json.path("problems").path(0).path("path").asText()).isEqualTo("versions[0].title");
        assertThat(json.path("problems").path(0).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void refusesTwoPoliciesOfOneIdGivenTogether() throws IOException {
        assertThat(commandLine.execute("check", "openai-api", "sanctions-example"))
                .isZero();
        assertThat(commandLine.execute("check", "openai-api", "sanctions-example", "openai-api"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .contains("openai-api is refused: 1 problem")
                .anyMatch(line -> line.matches("  openai-api:\\d+: id: 'openai-api' is also the id of openai-api;"
                        + " give each policy an id of its own"));
    }

    @Test
    void saysHowAViolationIsFollowedUpAndWhatItAppliesTo() throws IOException {
        var file = write(PolicyText.with(
                "approvals: 2",
                "reminder: PT0S",
                "products: [images, chat]",
                "approved_by: [Jane Doe, Max Example]",
                "default: supported",
                "unsupported: [CN, HK, MO]"));

        assertThat(commandLine.execute("check", file)).isZero();
        assertThat(out.toString().lines().map(String::strip))
                .contains(
                        "approvals      2 officers before an organization is enforced against",
                        "reminder       none",
                        "lifted         14 days after the last traffic from an unsupported region",
                        "probation      30 days after a lift",
                        "database       90 days old at most, for anything to be enforced on it",
                        "products       chat, images only",
                        "signed off by  Jane Doe, Max Example");

        out.getBuffer().setLength(0);
        assertThat(commandLine.execute("check", file, "--json")).isZero();
        var version =
                new ObjectMapper().readTree(out.toString()).path("versions").path(0);
        assertThat(version.path("approvals").asInt()).isEqualTo(2);
        assertThat(version.path("clean_period").asText()).isEqualTo("PT336H");
        assertThat(version.path("products")).hasSize(2);
        assertThat(version.path("approved_by").path(1).asText()).isEqualTo("Max Example");
    }

    @Test
    void refusesProductsThatTheConfigurationDoesNotName() throws IOException {
        var file = write(PolicyText.with(
                "products:", "  - chat", "  - imagse", "default: supported", "unsupported: [CN, HK, MO]"));
        var products = "products=chat=/v1/chat,images=/v1/images";

        assertThat(commandLine.execute("check", file)).as("nothing known").isZero();
        assertThat(commandLine.execute("check", file, "--set", products)).isEqualTo(1);
        assertThat(err.toString())
                .contains(file + ":12: versions[0].products[1]: unknown product 'imagse', did you mean 'images'?");
        assertThat(commandLine.execute("check", file, "--set", "products=chat")).isEqualTo(2);
        assertThat(err.toString()).contains("write it like chat=/v1/chat");
    }

    @Test
    void takesWrongUsageForWhatItIs() {
        assertThat(commandLine.execute("check", "nowhere.yaml")).isEqualTo(2);
        assertThat(commandLine.execute("check")).isEqualTo(2);
        assertThat(commandLine.execute()).isEqualTo(2);
        assertThat(err.toString())
                .contains("nowhere.yaml: no such file, and no bundled policy (openai-api, sanctions-example)")
                .contains("Missing required parameter: 'FILE|ID'")
                .contains("Say what to do with the policy: check, diff, impact, publish");
    }

    @Test
    void showsAnExampleInItsHelp() {
        assertThat(commandLine.execute("check", "--help")).isZero();

        assertThat(out.toString()).contains("whence policy check openai-api");
    }

    private String write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), yaml).toString();
    }
}
