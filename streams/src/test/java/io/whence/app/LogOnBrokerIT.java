/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log through {@code ingest}, a broker and {@code run} counts as it does in {@code backtest}. */
class LogOnBrokerIT {

    private static final String ORGANIZATION = "site";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 24);
    private static final int DAYS = 3;
    private static final DateTimeFormatter COMBINED =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** Networks of the bundled databases: so many requests a day from so many addresses of each. */
    private static final Map<String, Place> PLACES = Map.of(
            "CN", new Place("1.119.192.", 60, 12),
            "RU", new Place("77.88.8.", 30, 5),
            "HK", new Place("1.36.0.", 20, 2),
            "US", new Place("8.8.8.", 90, 9),
            "DE", new Place("91.64.1.", 40, 4));

    /**
     * Addresses are told apart only where some policy objects to the region, and openai-api leaves most of UA alone.
     */
    private static final String WHOLE_UKRAINE = """
            id: whole-ukraine
            versions:
              - version: 1
                title: A test that wants to know how many addresses are in Ukraine
                source: "none"
                source_date: 2015-01-01
                announced: 2015-01-01T00:00:00Z
                effective: 2015-01-01T00:00:00Z
                grace: P15D
                default: supported
                unsupported: [UA]
            """;

    private record Place(String network, int requestsADay, int addresses) {}

    @TempDir
    private Path folder;

    private LocalServers servers;
    private AppProcess app;

    @BeforeEach
    void start() throws IOException {
        Path policy = Files.writeString(folder.resolve("whole-ukraine.yaml"), WHOLE_UKRAINE);
        servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"));
        app = AppProcess.start(
                folder.resolve("app"),
                AppProcess.settings(
                        servers,
                        folder.resolve("state"),
                        Map.of("tally.idle.close.after", "10s", "policies", "openai-api," + policy)));
        app.awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        app.stop();
        servers.close();
    }

    @Test
    void aLogOfSeveralRegionsCountsOnTheBrokerAsInABacktest() throws Exception {
        Path log = Files.write(folder.resolve("access.log"), lines());

        Map<String, Long> onBroker = countBothWays(log);

        assertThat(onBroker)
                .containsExactlyInAnyOrderEntriesOf(Map.of("CN", 180L, "RU", 90L, "HK", 60L, "US", 270L, "DE", 120L));
        assertThat(addresses("openai-api"))
                .containsEntry("CN", 12L)
                .containsEntry("RU", 5L)
                .containsEntry("HK", 2L)
                .containsEntry("US", 0L);
    }

    @Test
    void aRealApacheLogCountsOnTheBrokerAsInABacktest() throws Exception {
        String data = System.getProperty("whence.shared.data", "");
        assumeFalse(data.isEmpty(), "needs the Apache log of 2015, in the folder that -Dwhence.shared.data names");
        Path log = Path.of(data, "logs", "apache_logs_2015.log");
        assumeTrue(Files.isReadable(log), "needs the Apache log of 2015");

        Map<String, Long> onBroker = countBothWays(log);

        assertThat(onBroker.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(10_000);
        assertThat(onBroker)
                .containsEntry("CN", 416L)
                .containsEntry("RU", 214L)
                .containsEntry("HK", 47L)
                .containsEntry("UA", 103L);
        assertThat(addresses("openai-api"))
                .containsEntry("CN", 165L)
                .containsEntry("RU", 45L)
                .containsEntry("HK", 4L);
        assertThat(addresses("whole-ukraine")).containsEntry("UA", 32L);
    }

    /** Requests by country, as the running application counts them; by region and day they are the backtest's. */
    private Map<String, Long> countBothWays(Path log) throws Exception {
        Map<String, Long> backtest = backtest(log);
        ingest(log);
        TopicReader reader = new TopicReader(
                servers.broker().bootstrapServers(), servers.registry().url());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(Expected.sum(reader.json(Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC)))
                                .isEqualTo(backtest));
        Map<String, Long> countries = new TreeMap<>();
        backtest.forEach((place, requests) -> countries.merge(country(place.split(",", -1)[1]), requests, Long::sum));
        return countries;
    }

    private Map<String, Long> backtest(Path log) throws Exception {
        Path out = folder.resolve("result");
        AppProcess.run(
                folder.resolve("commands"),
                List.of(
                        "backtest",
                        "--logs",
                        log.toString(),
                        "--organization",
                        "constant:" + ORGANIZATION,
                        "--policy",
                        "openai-api",
                        "--out",
                        out.toString()));
        Map<String, Long> traffic = new TreeMap<>();
        List<String> rows = Files.readAllLines(out.resolve("regional-traffic.csv"));
        for (String row : rows.subList(1, rows.size())) {
            int comma = row.lastIndexOf(',');
            traffic.put(row.substring(0, comma), Long.valueOf(row.substring(comma + 1)));
        }
        return traffic;
    }

    private void ingest(Path log) throws Exception {
        AppProcess.run(
                folder.resolve("commands"),
                List.of(
                        "ingest",
                        "--bootstrap-servers",
                        servers.broker().bootstrapServers(),
                        "--schema-registry-url",
                        servers.registry().url(),
                        "--organization",
                        "constant:" + ORGANIZATION,
                        "--no-resume",
                        "--unreadable",
                        folder.resolve("unreadable.jsonl").toString(),
                        log.toString()));
    }

    /** Distinct addresses of all days by country, as the API tells them under a policy. */
    private Map<String, Long> addresses(String policy) throws Exception {
        JsonNode explanation = new ObjectMapper()
                .readTree(app.get("/v1/organizations/" + ORGANIZATION + "/explanation")
                        .body());
        Map<String, Long> addresses = new TreeMap<>();
        for (JsonNode under : explanation.get("policies")) {
            JsonNode assessment = under.get("assessment");
            if (assessment.get("policy_id").asText().equals(policy)) {
                assessment
                        .get("regions")
                        .forEach(region -> addresses.merge(
                                country(region.get("region").asText()),
                                region.get("addresses").asLong(),
                                Long::sum));
            }
        }
        return addresses;
    }

    private static String country(String region) {
        return region.split("-", -1)[0];
    }

    /** Three days of a log, hour by hour, with one line that is none. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < DAYS * 24; hour++) {
            ZonedDateTime at = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).plusHours(hour);
            for (Place place : PLACES.values()) {
                for (int request = hour % 24; request < place.requestsADay(); request += 24) {
                    lines.add(line(place.network() + (1 + request % place.addresses()), at));
                }
            }
        }
        lines.add(lines.size() / 2, "this is no line of a log");
        return lines;
    }

    private static String line(String address, ZonedDateTime at) {
        return address + " - - [" + COMBINED.format(at) + "] \"POST /v1/chat HTTP/1.1\" 200 512 \"-\" \"curl/8\"";
    }
}
