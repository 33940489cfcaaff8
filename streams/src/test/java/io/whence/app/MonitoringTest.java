/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.domain.tally.Ledger;
import io.whence.http.SampleServer;
import io.whence.query.Samples;
import io.whence.topology.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    /** Prometheus's own, and some of what a scrape of the running application shows beside its own metrics. */
    private static final Set<String> SEEN_ELSEWHERE = Set.of(
            "up",
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "kafka_consumer_fetch_manager_records_lag",
            "kafka_stream_alive_stream_threads",
            "kafka_stream_client_state",
            "kafka_stream_failed_stream_threads_total",
            "kafka_stream_thread_process_rate");

    private static final Set<String> TOPICS = Set.of(
            Topics.ACCESS_LOGS,
            Topics.REGION_POLICIES,
            Topics.ORGANIZATIONS,
            Topics.REGIONAL_TRAFFIC,
            Topics.ASSESSMENTS,
            Topics.COMPLIANCE_NOTICES,
            Topics.CASE_EVENTS,
            Topics.DEAD_LETTERS);

    private static final Pattern TOPIC = Pattern.compile("topic=\"([^\"]*)\"");
    private static final Pattern OUR_LABEL = Pattern.compile("(?:entry|state|kind|gateway|standing)=\"[^\"]*\"");
    private static final Pattern LABEL_SHOWN = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?!\\s*\\()");

    private final ComposeFile compose = new ComposeFile();
    private final JsonNode rules = ComposeFile.yaml("streams/docker/alerts.yml")
            .required("groups")
            .get(0)
            .required("rules");
    private final JsonNode dashboard = ComposeFile.yaml("streams/docker/grafana/dashboards/whence.json");

    private Stream<String> expressions() {
        return Stream.of(rules, dashboard).flatMap(node -> node.findValuesAsText("expr").stream());
    }

    private static Collection<String> names(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\bby \\([^)]*\\)", "");
        return NAME.matcher(bare).results().map(MatchResult::group).toList();
    }

    private static String scrape() {
        try (SampleServer server = new SampleServer(Samples.two().ledger(0, new Ledger(1, 1, 0, 0, 0, 0, 0)))) {
            return server.metrics();
        }
    }

    private static Set<String> metrics(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void showsEveryMetricOfOurs() {
        assertThat(dashboard.findValuesAsText("expr").stream().flatMap(expression -> names(expression).stream()))
                .containsAll(metrics(scrape()));
    }

    @Test
    void namesOnlyMetricsThatExist() {
        String scrape = scrape();
        Set<String> known = metrics(scrape);
        assertThat(known).contains("whence_ledger_imbalance").allMatch(name -> name.startsWith("whence_"));
        known.addAll(SEEN_ELSEWHERE);

        assertThat(expressions()).hasSizeGreaterThan(20).allSatisfy(expression -> {
            assertThat(names(expression)).as(expression).isNotEmpty().isSubsetOf(known);
            assertThat(OUR_LABEL.matcher(expression).results().map(MatchResult::group))
                    .as(expression)
                    .allMatch(scrape::contains);
        });
    }

    @Test
    void findsTheNamesInAnExpression() {
        assertThat(names("sum by (instance) (a_lag{topic=\"x\"}) > 100")).containsExactly("a_lag");
        assertThat(names("delta(a_b[15m]) > 0 and up == 0")).containsExactly("a_b", "and", "up");
    }

    @Test
    void namesOnlyTopicsOfTheApplication() {
        List<String> named = expressions()
                .flatMap(expression -> TOPIC.matcher(expression).results().map(found -> found.group(1)))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(TOPICS);
        assertThat(ComposeFile.text("streams/src/interop/read-notices.mjs"))
                .contains("default: '" + Topics.COMPLIANCE_NOTICES + "'");
    }

    @Test
    void alertsOnWhatMattersMost() {
        List<String> alerts = rules.findValuesAsText("expr");

        assertThat(alerts)
                .contains("whence_ledger_imbalance != 0", "whence_state_readable == 0")
                .contains("kafka_stream_client_state != " + KafkaStreams.State.RUNNING.ordinal())
                .contains("delta(whence_ledger_entries{entry=\"dead_lettered\"}[15m]) > 0");
        for (String age : List.of("> 30 <= 90", "> 90 <= 180", "> 180")) {
            assertThat(alerts).anyMatch(alert -> alert.startsWith("whence_database_age_days") && alert.endsWith(age));
        }
    }

    @Test
    void everyRuleSaysHowSeriousItIsAndNamesOnlyLabelsThatItsMetricHas() {
        String scrape = scrape();
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            String metric = names(rule.required("expr").asText()).iterator().next();
            String summary = rule.at("/annotations/summary").asText();

            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(summary).isNotBlank();
            assertThat(LABEL_SHOWN.matcher(summary).results().map(shown -> shown.group(1)))
                    .as(summary)
                    .allMatch(label -> label.equals("instance")
                            || scrape.lines()
                                    .anyMatch(line -> line.startsWith(metric + "{") && line.contains(label + "=")));
        });
    }

    @Test
    void scrapesTheManagementPort() {
        WhenceConfig config =
                new ConfigLoader().environment(compose.environment()).load();
        JsonNode scrape = ComposeFile.yaml("streams/docker/prometheus.yml")
                .required("scrape_configs")
                .get(0);

        assertThat(scrape.required("job_name").asText()).isEqualTo("whence");
        assertThat(scrape.findValuesAsText("metrics_path")).containsExactly("/metrics");
        assertThat(ComposeFile.texts(scrape.required("static_configs").get(0).required("targets")))
                .containsExactly("whence:" + config.getInt(WhenceConfig.MANAGEMENT_PORT));
    }

    @Test
    void grafanaAsksThatPrometheus() {
        JsonNode source = ComposeFile.yaml("streams/docker/grafana/provisioning/datasources/prometheus.yml")
                .required("datasources")
                .get(0);

        assertThat(compose.services()).containsKeys("prometheus", "grafana", "alertmanager", "mailpit");
        assertThat(source.required("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(dashboard.findValuesAsText("uid"))
                .contains(source.required("uid").asText());
    }
}
