/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.whence.domain.access.AccessEvent;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed in the middle of its work, twice, and nobody can tell from what it wrote. */
class KillIT {

    private static final int EVENTS = 100_000;
    private static final int ORGANIZATIONS = 20;
    private static final int DAYS = 10;
    private static final List<String> ADDRESSES = List.of(
            "114.114.114.114", "8.8.8.8", "77.88.8.8", "91.64.1.7", "1.36.0.1", "5.59.38.1", "2001:4860:4860::8888");
    private static final Map<String, String> RULES = Map.of("tally.idle.close.after", "10s");

    @TempDir
    private Path folder;

    @Test
    void countsAndNoticesAreExactlyAsWithoutTheKill() throws Exception {
        List<AccessEvent> events = events();
        try (LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"))) {
            String brokers = servers.broker().bootstrapServers();
            String registry = servers.registry().url();
            TopicReader reader = new TopicReader(brokers, registry);
            AppProcess app = start(servers);
            app.awaitReady();
            try (AccessLogProducer producer = new AccessLogProducer(brokers, registry)) {
                events.forEach(producer::send);
            }
            for (int kill = 1; kill <= 2; kill++) {
                awaitTraffic(reader, kill * 20);
                app.kill();
                app = start(servers);
            }

            Expected expected = Expected.of(events, List.of(), RULES);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(
                                    Expected.sum(reader.json(Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC)))
                            .isEqualTo(expected.traffic()));
            assertThat(reader.json(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE).stream()
                            .sorted())
                    .isNotEmpty()
                    .containsExactlyElementsOf(expected.notices());
            app.stop();
        }
    }

    /** Waits until the application has closed so many tallies, so that the kill comes in the middle. */
    private static void awaitTraffic(TopicReader reader, int tallies) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> reader.json(Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC)
                                .size()
                        >= tallies);
    }

    private AppProcess start(LocalServers servers) throws IOException {
        return AppProcess.start(folder.resolve("app"), AppProcess.settings(servers, folder.resolve("state"), RULES));
    }

    private static List<AccessEvent> events() {
        Instant start = Instant.parse("2024-06-24T00:00:00Z");
        long step = Duration.ofDays(DAYS).toMillis() / EVENTS;
        List<AccessEvent> events = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            int organization = i % ORGANIZATIONS;
            String address = ADDRESSES.get((organization + i / 7_000) % ADDRESSES.size());
            events.add(Scenario.event(
                    "org-" + organization, "e" + i, start.plusMillis(i * step).toString(), address));
        }
        return events;
    }
}
