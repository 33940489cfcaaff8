/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.app.PolicyTopic;
import io.whence.config.ConfigLoader;
import io.whence.domain.policy.PolicyText;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.quickstart.LocalServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A policy from its first publication on, on a broker and a registry as they are. */
class PolicyPublishIT {
    private static final Path REGISTRY_HOME = Path.of(System.getProperty("whence.home", "."), "target", "registry");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void publishesWhatTwoPeopleSignedOffAndNothingElse() throws Exception {
        try (var servers = LocalServers.start(REGISTRY_HOME, folder.resolve("servers"))) {
            var brokers = servers.broker().bootstrapServers();
            var registry = servers.registry().url();

            assertThat(publish(servers, PolicyText.version(1))).isEqualTo(1);
            assertThat(err.toString()).contains("there is no topic region-policies; create it: whence topics --create");
            assertThat(command(new TopicsCommand(), "--create", "--set", "bootstrap.servers=" + brokers))
                    .isZero();

            assertThat(publish(servers, PolicyText.version(1), "Jane Doe", " JANE  doe"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("signed off by nobody but Jane Doe: two different people are needed");
            assertThat(published(brokers, registry)).isEmpty();

            assertThat(publish(servers, PolicyText.version(1), "Jane Doe", "Max Example"))
                    .isZero();
            assertThat(out.toString())
                    .contains("loses support               China (CN), Hong Kong (HK), Macao (MO) (widens)")
                    .contains("published, and read back as written");
            assertThat(published(brokers, registry).get("example").versions())
                    .extracting(PolicyVersion::approvedBy)
                    .containsExactly(List.of("Jane Doe", "Max Example"));

            assertThat(publish(servers, PolicyText.version(1))).isZero();
            assertThat(out.toString()).contains("already published, and nothing is written");

            assertThat(publish(servers, PolicyText.version(1, "grace: P1D"), "Jane Doe", "Max Example"))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains("version 1 took effect at 2024-07-09T00:00:00Z and cannot change: 'grace' from 'P15D' to"
                            + " 'P1D'");

            var next = PolicyText.version(1).and(2, "effective: " + tomorrow(), "unsupported: [CN, HK, MO, SY]");
            assertThat(publish(servers, next, "Ada Third", "Bob Fourth")).isZero();
            assertThat(new ObjectMapper()
                            .readTree(json(servers, next))
                            .path("published")
                            .asBoolean())
                    .as("nothing is left to publish")
                    .isFalse();

            var started = RunningWhence.start(
                    settings(brokers, registry), List.of(PolicyText.version(1).policy()));
            started.close();
            assertThat(published(brokers, registry).get("example").versions())
                    .as("what was signed off outlives the start of an instance that names an older file")
                    .hasSize(2);
        }
    }

    private int publish(LocalServers servers, PolicyText policy, String... approvers) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "publish",
                Files.writeString(folder.resolve("policy.yaml"), policy.yaml()).toString(),
                "--brokers",
                servers.broker().bootstrapServers(),
                "--set",
                "schema.registry.url=" + servers.registry().url()));
        for (var approver : approvers) {
            arguments.addAll(List.of("--approved-by", approver));
        }
        return command(new PolicyCommand(), arguments.toArray(String[]::new));
    }

    private String json(LocalServers servers, PolicyText policy) throws Exception {
        out.getBuffer().setLength(0);
        command(
                new PolicyCommand(),
                "publish",
                Files.writeString(folder.resolve("policy.yaml"), policy.yaml()).toString(),
                "--json",
                "--brokers",
                servers.broker().bootstrapServers(),
                "--set",
                "schema.registry.url=" + servers.registry().url());
        return out.toString();
    }

    private int command(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Map<String, RegionPolicy> published(String brokers, String registry) {
        var config = new ConfigLoader().options(settings(brokers, registry)).load();
        return PolicyTopic.with(config, Clock.systemUTC(), PolicyTopic::read);
    }

    private Map<String, String> settings(String brokers, String registry) {
        return Map.of(
                "bootstrap.servers",
                brokers,
                "schema.registry.url",
                registry,
                "state.dir",
                folder.resolve("state").toString(),
                "http.port",
                "0",
                "http.management.port",
                "0");
    }

    private static LocalDate tomorrow() {
        return Instant.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }
}
