/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios on a real broker and registry: what comes of them is the same as in a backtest, byte for byte. */
class ScenariosIT {

    /** An officer's action, what organizations share, the breaker; or other beginnings of names, or all. */
    private static final String PLAYED = System.getProperty("whence.scenarios", "14");

    /** What is kept after the access logs. */
    private static final Map<String, Contract<?>> KEPT = Map.of(
            Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC,
            Topics.ENFORCEMENT_LEAKS, Contracts.ENFORCEMENT_LEAK,
            Topics.COMPLIANCE_NOTICES, Contracts.NOTICE,
            Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION,
            Topics.CASE_EVENTS, Contracts.CASE_EVENT);

    @TempDir
    private static Path shared;

    private static LocalServers servers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        servers = LocalServers.start(Path.of("target", "registry"), shared);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    static Stream<ScenarioFolder> scenarios() throws IOException {
        return ScenarioFolder.all().stream()
                .filter(scenario -> !scenario.policyRefused())
                .filter(ScenariosIT::played);
    }

    private static boolean played(ScenarioFolder scenario) {
        return PLAYED.equals("all") || Stream.of(PLAYED.split(",")).anyMatch(scenario.toString()::startsWith);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void comesOutTheSameOnABroker(ScenarioFolder scenario) throws Exception {
        Map<String, String> settings = settings(
                scenario,
                Map.of(
                        "application.id", scenario.toString(),
                        "commit.interval.ms", "50",
                        "num.stream.threads", "1",
                        "tally.idle.close.after", "PT0.2S",
                        "topics.partitions", "1"));
        try (ScenarioRun backtest = new ScenarioRun(scenario).play(1);
                ScenarioStream stream = new ScenarioStream(scenario, config(settings))) {
            stream.play();
            assertThat(kept()).containsExactlyInAnyOrderElementsOf(backtest.written());
        }
    }

    @Test
    void comesOutTheSameFromRunWithItsOwnDatabasesAndTime() throws Exception {
        ScenarioFolder scenario = ScenarioFolder.named("26-the-mail-of-june-2024");
        Map<String, String> settings = settings(
                scenario,
                Map.of(
                        "policies", String.join(",", scenario.policySources()),
                        "replay.until", Objects.requireNonNull(scenario.until()).toString(),
                        "tally.idle.close.after", "15s"));
        try (ScenarioRun backtest = new ScenarioRun(scenario).play(1);
                ScenarioTopics topics = new ScenarioTopics(config(settings))) {
            topics.deleteAll();
            AppProcess app = AppProcess.start(folder.resolve("app"), settings);
            app.awaitReady();
            scenario.events().forEach(topics.producer()::send);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(kept()).containsExactlyInAnyOrderElementsOf(backtest.written()));
            app.stop();
        }
    }

    private static WhenceConfig config(Map<String, String> settings) {
        return new ConfigLoader().options(settings).load();
    }

    private Map<String, String> settings(ScenarioFolder scenario, Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(scenario.applicationSettings());
        settings.putAll(AppProcess.settings(servers, folder.resolve("state"), more));
        return settings;
    }

    private static List<String> kept() {
        TopicReader reader = new TopicReader(
                servers.broker().bootstrapServers(), servers.registry().url());
        List<String> kept = new ArrayList<>();
        KEPT.forEach((topic, contract) -> kept.addAll(reader.json(topic, contract)));
        return kept;
    }
}
