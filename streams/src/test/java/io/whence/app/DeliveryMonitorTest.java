/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.deliver.DeliveryGauge;
import io.whence.http.HealthCheck;
import io.whence.http.HttpSettings;
import io.whence.http.ManagementServer;
import io.whence.wire.RegistryHealth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryMonitorTest {

    private final RegistryHealth registry = new RegistryHealth(Clock.systemUTC());
    private final DeliveryMonitor monitor = new DeliveryMonitor(
            new DeliveryGauge(), registry, InstantSource.fixed(Instant.parse("2024-07-09T12:00:00Z")));

    private static List<String> problems(List<HealthCheck> checks) {
        return checks.stream().flatMap(check -> check.problem().get().stream()).toList();
    }

    @Test
    void isAliveAndNotReadyBeforeAnythingIsOurs() {
        assertThat(problems(monitor.health().alive())).isEmpty();
        assertThat(problems(monitor.health().ready()))
                .containsExactly("no partition of the notices is ours: other instances have them, or we are joining");
    }

    @Test
    void anAbsentRegistryIsToldByReadinessAlone() {
        registry.unavailable("connection refused");

        assertThat(problems(monitor.health().alive())).isEmpty();
        assertThat(problems(monitor.health().ready()))
                .hasSize(2)
                .last()
                .asString()
                .contains("connection refused");
    }

    @Test
    void thePortAnswersLikeThatOfTheApplication() throws Exception {
        PrometheusMeterRegistry metrics = monitor.metrics();
        try (ManagementServer server = new ManagementServer(
                new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES), monitor.health(), metrics)) {
            server.start();

            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/ready").statusCode()).isEqualTo(503);
            assertThat(get(server, "/ready").body()).contains("\"ready\":false", "no partition of the notices is ours");
            assertThat(get(server, "/metrics").body())
                    .contains("whence_deliveries_total{channel=\"mail\",outcome=\"sent\"} 0.0")
                    .contains("whence_deliveries_total{channel=\"webhook\",outcome=\"uncertain\"} 0.0")
                    .contains(
                            "whence_delivery_waiting 0.0",
                            "whence_delivery_under_way 0.0",
                            "whence_delivery_partitions 0.0")
                    .contains("jvm_memory_used_bytes");
            assertThat(get(server, "/v1/organizations").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(ManagementServer server, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
