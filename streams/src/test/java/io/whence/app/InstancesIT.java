/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.quickstart.LocalServers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three instances answer as one, also while one of them is killed under load. */
class InstancesIT {

    /** Enough to see a wrong answer; {@code -Dwhence.queries=10000} asks more, for minutes. */
    private static final int QUERIES = Integer.getInteger("whence.queries", 2_000);

    private static final int ORGANIZATIONS = 60;
    private static final int REQUESTS = 50;
    private static final int PARTITIONS = 6;

    @TempDir
    private Path folder;

    @Test
    void everyInstanceAnswersForAllAlsoWhenOneIsKilled() throws Exception {
        try (LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"));
                AccessLogProducer producer = new AccessLogProducer(
                        servers.broker().bootstrapServers(), servers.registry().url());
                ThreeInstances instances = ThreeInstances.start(servers, folder, PARTITIONS)) {
            Map<String, Long> expected = send(producer);
            instances.awaitCopies(PARTITIONS);
            awaitCounted(instances, expected);
            assertThat(copies(instances))
                    .as("who has no copy says so to another instance, and asks no third one")
                    .anyMatch(copies -> copies < ThreeInstances.COUNT);

            QueryLoad load = new QueryLoad(instances, expected, QUERIES);
            try (SteadyTraffic others = SteadyTraffic.start(producer)) {
                load.start();
                load.awaitAnswers(QUERIES / 5);
                long killed = System.nanoTime();
                instances.kill(1);
                awaitAllActive(instances);
                long recovered = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
                load.awaitEnd();
                System.out.printf(
                        "%s; all partitions counted again after %d ms, beside %d other events%n",
                        load.report(), recovered, others.sent());
            }

            assertThat(load.wrong()).isEmpty();
            assertThat(load.unstated())
                    .as("answers that do not say how old they are")
                    .isZero();
            assertThat(load.answered()).isGreaterThanOrEqualTo(QUERIES * 999L / 1_000);
            assertThat(load.fromStandbys()).as("answers of copies that follow").isPositive();
        }
    }

    private static Map<String, Long> send(AccessLogProducer producer) {
        Map<String, Long> expected = new TreeMap<>();
        Instant start = Instant.parse("2024-06-24T00:00:00Z");
        for (int organization = 0; organization < ORGANIZATIONS; organization++) {
            String id = "org-" + organization;
            for (int request = 0; request < REQUESTS; request++) {
                String time = start.plusSeconds(3_600L * request).toString();
                producer.send(Scenario.event(id, id + "-" + request, time, "8.8.8.8"));
            }
            expected.put(id, (long) REQUESTS);
        }
        producer.flush();
        return expected;
    }

    private static List<Integer> copies(ThreeInstances instances) throws Exception {
        List<Integer> copies = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            copies.add(instances.copies(partition));
        }
        return copies;
    }

    /** Each organization, asked for at each instance, and the list at each of them. */
    private static void awaitCounted(ThreeInstances instances, Map<String, Long> expected) throws Exception {
        for (int instance = 0; instance < ThreeInstances.COUNT; instance++) {
            int asked = instance;
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> expected.equals(counted(instances, asked)));
            HttpResponse<String> list = instances.get(asked, "/v1/organizations?limit=200");
            assertThat(ThreeInstances.json(list).get("total").asInt()).isEqualTo(expected.size());
            assertThat(list.headers().firstValue("Whence-State"))
                    .hasValueSatisfying(
                            state -> assertThat(state).startsWith("complete=?1, partitions=" + PARTITIONS + ", lag=0"));
            assertThat(ThreeInstances.json(instances.get(asked, "/v1/ledger"))
                            .at("/total/consumed")
                            .asLong())
                    .isEqualTo((long) ORGANIZATIONS * REQUESTS);
            assertThat(requestsOfAll(instances, asked)).isEqualTo((long) ORGANIZATIONS * REQUESTS);
        }
    }

    /** Days that are open are added up where they are counted. */
    private static long requestsOfAll(ThreeInstances instances, int asked) throws Exception {
        JsonNode totals = ThreeInstances.json(instances.get(asked, "/v1/traffic?from=2024-06-24&to=2024-06-30"));
        return StreamSupport.stream(totals.get("traffic").spliterator(), false)
                .mapToLong(total -> total.get("requests").asLong())
                .sum();
    }

    private static Map<String, Long> counted(ThreeInstances instances, int instance) throws Exception {
        Map<String, Long> counted = new TreeMap<>();
        JsonNode list = ThreeInstances.json(instances.get(instance, "/v1/organizations?limit=200"));
        list.get("organizations")
                .forEach(organization -> counted.put(
                        organization.at("/organization/organization_id").asText(), QueryLoad.requests(organization)));
        return counted;
    }

    /** Who is killed within a commit leaves a transaction that must time out first, which takes a minute. */
    private static void awaitAllActive(ThreeInstances instances) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> instances
                        .get(0, "/v1/ledger")
                        .headers()
                        .firstValue("Whence-State")
                        .filter(state -> state.startsWith("complete=?1") && state.contains("standby=()"))
                        .isPresent());
    }
}
