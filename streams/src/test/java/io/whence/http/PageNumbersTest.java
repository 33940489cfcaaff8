/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.tally.Ledger;
import io.whence.query.Samples;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page shows of all organizations is in Prometheus, under the same words and with the same numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageNumbersTest {

    /** Of a ledger, what has a metric of its own; all else is an entry. */
    private static final Set<String> APART = Set.of("unproven_forwarding", "imbalance");

    private TestServer server;
    private final Map<String, Double> metrics = new TreeMap<>();

    @BeforeAll
    void scrape() {
        server = new TestServer(Samples.all().ledger(2, new Ledger(10, 4, 1, 1, 1, 1, 3)));
        server.manage("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("whence_"))
                .forEach(line -> metrics.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void organizationsByState() {
        Map<String, Double> page = new TreeMap<>();
        page("/v1/organizations")
                .get("by_state")
                .properties()
                .forEach(state -> page.put(
                        metric("whence_organizations", "state", state.getKey()),
                        state.getValue().asDouble()));

        assertThat(page).hasSizeGreaterThan(3);
        assertThat(starting("whence_organizations{")).isEqualTo(page);
    }

    @Test
    void requestsAndOrganizationsByRegion() {
        Map<String, Double> requests = new TreeMap<>();
        Map<String, Double> organizations = new TreeMap<>();
        JsonNode map = page("/v1/traffic");
        for (JsonNode total : map.get("traffic")) {
            String region = total.get("region").asText();
            String standing = total.get("standing").asText();
            requests.merge(
                    metric("whence_region_requests", "region", region, "standing", standing),
                    total.get("requests").asDouble(),
                    Double::sum);
        }
        map.get("organizations")
                .properties()
                .forEach(region -> organizations.put(
                        metric("whence_region_organizations", "region", region.getKey()),
                        region.getValue().asDouble()));

        assertThat(requests).hasSizeGreaterThan(3);
        assertThat(starting("whence_region_requests{")).isEqualTo(requests);
        assertThat(organizations).hasSizeGreaterThan(3);
        assertThat(starting("whence_region_organizations{")).isEqualTo(organizations);
    }

    @Test
    void everyEntryOfTheLedger() {
        Map<String, Double> page = new TreeMap<>();
        for (JsonNode ledger : page("/v1/ledger").get("partitions")) {
            String partition = ledger.get("partition").asText();
            ledger.get("entries")
                    .properties()
                    .forEach(entry -> page.put(
                            APART.contains(entry.getKey())
                                    ? metric("whence_ledger_" + entry.getKey(), "partition", partition)
                                    : metric("whence_ledger_entries", "entry", entry.getKey(), "partition", partition),
                            entry.getValue().asDouble()));
        }

        assertThat(page).hasSize(3 * 8).containsEntry("whence_ledger_imbalance{partition=\"2\"}", 2.0);
        assertThat(starting("whence_ledger_")).isEqualTo(page);
    }

    @Test
    void whatGatewaysAreTold() {
        JsonNode decisions = page("/v1/status").get("decisions");

        assertThat(metrics)
                .containsEntry("whence_orders", decisions.get("orders").asDouble())
                .containsEntry("whence_controls", decisions.get("controls").asDouble())
                .containsEntry("whence_signals_suspended", (double)
                        decisions.get("suspended_signals").size());
        JsonNode took = decisions.get("propagation_millis");
        Double seconds = took.isNull() ? Double.NaN : took.asDouble() / 1_000;
        assertThat(metrics).containsEntry("whence_decision_propagation_seconds", seconds);
    }

    @Test
    void theAgeOfEveryDatabase() {
        JsonNode builds = page("/v1/geolocation").get("builds");

        assertThat(builds)
                .isNotEmpty()
                .allSatisfy(build -> assertThat(metrics)
                        .containsKey("whence_database_age_days{source=\"%s\"}"
                                .formatted(build.get("source").asText())));
    }

    private JsonNode page(String path) {
        return Json.read(server.get(path).body(), JsonNode.class);
    }

    private Map<String, Double> starting(String name) {
        Map<String, Double> found = new TreeMap<>(metrics);
        found.keySet().removeIf(metric -> !metric.startsWith(name));
        return found;
    }

    /** Names of states and standings are in small letters there; codes of regions are not. */
    private static String metric(String name, String... labels) {
        StringBuilder text = new StringBuilder(name).append('{');
        for (int at = 0; at < labels.length; at += 2) {
            boolean code = labels[at].equals("region");
            text.append(at == 0 ? "" : ",")
                    .append(labels[at])
                    .append("=\"")
                    .append(code ? labels[at + 1] : labels[at + 1].toLowerCase(Locale.ROOT))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
