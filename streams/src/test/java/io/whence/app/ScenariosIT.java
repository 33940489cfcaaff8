/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.OfficerAction;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that need no made-up places, through a broker and {@code run}: the same as in a backtest. */
class ScenariosIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So that nobody is taken for silent while an action is waited for. */
    private static final String LONGER_THAN_AN_ACTION_TAKES = "45s";

    @TempDir
    private Path folder;

    /** One of them in every build; {@code -Dwhence.scenarios.all=true} plays all four, for some minutes. */
    static Stream<String> scenarios() {
        return Boolean.getBoolean("whence.scenarios.all")
                ? Stream.of(
                        "26-the-mail-of-june-2024",
                        "27-platforms-as-the-database-knows-them",
                        "28-crimea-as-the-database-knows-it",
                        "29-officers-at-work")
                : Stream.of("26-the-mail-of-june-2024");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void comesOutTheSameOnABroker(String name) throws Exception {
        ScenarioFolder scenario = ScenarioFolder.named(name);
        try (ScenarioRun backtest = new ScenarioRun(scenario).play(1);
                LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"))) {
            AppProcess app = AppProcess.start(
                    folder.resolve("app"), AppProcess.settings(servers, folder.resolve("state"), settings(scenario)));
            app.awaitReady();
            send(scenario, servers, app);
            expectTheSame(backtest, servers);
            app.stop();
        }
    }

    private static Map<String, String> settings(ScenarioFolder scenario) throws IOException {
        Map<String, String> settings = new TreeMap<>(scenario.applicationSettings());
        settings.put("policies", String.join(",", scenario.policySources()));
        settings.put("replay.until", Objects.requireNonNull(scenario.until()).toString());
        settings.put("tally.idle.close.after", scenario.actions().isEmpty() ? "15s" : LONGER_THAN_AN_ACTION_TAKES);
        return settings;
    }

    /** Events in the order of time, and each action when the events before it are counted. */
    private static void send(ScenarioFolder scenario, LocalServers servers, AppProcess app) throws IOException {
        List<OfficerAction> actions = scenario.actions();
        try (AccessLogProducer producer = new AccessLogProducer(
                servers.broker().bootstrapServers(), servers.registry().url())) {
            scenario.organizations().forEach(producer::send);
            producer.flush();
            int sent = 0;
            int acted = 0;
            for (AccessEvent event : scenario.events()) {
                while (acted < actions.size() && !actions.get(acted).at().isAfter(event.timestamp())) {
                    producer.flush();
                    awaitConsumed(app, sent);
                    producer.send(actions.get(acted));
                    producer.flush();
                    acted++;
                    awaitRead(servers, acted);
                }
                producer.send(event);
                sent++;
            }
            producer.flush();
            assertThat(acted).as("actions before the last event").isEqualTo(actions.size());
        }
    }

    private static void awaitConsumed(AppProcess app, int sent) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            JsonNode ledger = JSON.readTree(app.get("/v1/ledger").body());
            assertThat(ledger.at("/total/consumed").asInt()).isEqualTo(sent);
        });
    }

    private static void awaitRead(LocalServers servers, int acted) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.broker().bootstrapServers()))) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("whence")
                        .partitionsToOffsetAndMetadata()
                        .get();
                long read = offsets.entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(Topics.OFFICER_ACTIONS))
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum();
                assertThat(read).isGreaterThanOrEqualTo(acted);
            });
        }
    }

    private static void expectTheSame(ScenarioRun backtest, LocalServers servers) {
        List<String> notices = backtest.files().notices().stream()
                .map(Contracts.NOTICE::toJson)
                .sorted()
                .toList();
        List<String> decisions = backtest.files().decisions().stream()
                .map(Contracts.ENFORCEMENT_DECISION::toJson)
                .sorted()
                .toList();
        List<String> events = backtest.caseEvents().stream()
                .map(Contracts.CASE_EVENT::toJson)
                .sorted()
                .toList();
        TopicReader reader = new TopicReader(
                servers.broker().bootstrapServers(), servers.registry().url());
        assertThat(notices).isNotEmpty();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    assertThat(reader.json(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE).stream()
                                    .sorted())
                            .containsExactlyElementsOf(notices);
                    assertThat(reader.json(Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION).stream()
                                    .sorted())
                            .containsExactlyElementsOf(decisions);
                    assertThat(reader.json(Topics.CASE_EVENTS, Contracts.CASE_EVENT).stream()
                                    .sorted())
                            .containsExactlyElementsOf(events);
                });
    }
}
