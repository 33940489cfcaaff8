/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios that need no made-up places, through a broker and {@code run}: the same as in a backtest. */
class ScenariosIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26-the-mail-of-june-2024",
                "27-platforms-as-the-database-knows-them",
                "28-crimea-as-the-database-knows-it"
            })
    void comesOutTheSameOnABroker(String name) throws Exception {
        ScenarioFolder scenario = ScenarioFolder.named(name);
        try (ScenarioRun backtest = new ScenarioRun(scenario).play(1);
                LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"))) {
            AppProcess app = AppProcess.start(
                    folder.resolve("app"), AppProcess.settings(servers, folder.resolve("state"), settings(scenario)));
            app.awaitReady();
            send(scenario, servers);
            expectTheSame(backtest.files(), servers);
            app.stop();
        }
    }

    private static Map<String, String> settings(ScenarioFolder scenario) throws IOException {
        Map<String, String> settings = new TreeMap<>(scenario.applicationSettings());
        settings.put("policies", String.join(",", scenario.policySources()));
        settings.put("replay.until", Objects.requireNonNull(scenario.until()).toString());
        settings.put("tally.idle.close.after", "15s");
        return settings;
    }

    private static void send(ScenarioFolder scenario, LocalServers servers) throws IOException {
        try (AccessLogProducer producer = new AccessLogProducer(
                servers.broker().bootstrapServers(), servers.registry().url())) {
            scenario.organizations().forEach(producer::send);
            producer.flush();
            scenario.events().forEach(producer::send);
            producer.flush();
        }
    }

    private static void expectTheSame(BacktestFiles backtest, LocalServers servers) {
        List<String> notices = backtest.notices().stream()
                .map(Contracts.NOTICE::toJson)
                .sorted()
                .toList();
        List<String> decisions = backtest.decisions().stream()
                .map(Contracts.ENFORCEMENT_DECISION::toJson)
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
                });
    }
}
