/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.tally.Ledger;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.net.http.HttpResponse;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementTest {

    private final SampleState state = Samples.two().ledger(1, new Ledger(10, 9, 0, 0, 0, 0, 0));
    private final TestServer server = new TestServer(state);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isAliveAndReadyWhenAllChecksHold() {
        assertThat(server.manage("/health").statusCode()).isEqualTo(200);
        assertThat(server.manage("/health").body())
                .isEqualTo("{\"alive\":true,\"checks\":[{\"check\":\"threads\",\"ok\":true,\"reason\":null}]}");
        assertThat(server.manage("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhyItIsNotReadyAndStaysAlive() {
        server.unready("REBALANCING");

        HttpResponse<String> ready = server.manage("/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .isEqualTo(
                        "{\"ready\":false,\"checks\":[{\"check\":\"kafka-streams\",\"ok\":false,\"reason\":\"REBALANCING\"}]}");
        assertThat(server.manage("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheStateInNumbersAndNobodysName() {
        HttpResponse<String> metrics = server.manage("/metrics");

        assertThat(metrics.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics.body().lines())
                .contains(
                        "whence_state_readable 1.0",
                        "whence_organizations{state=\"enforced\"} 1.0",
                        "whence_cases{state=\"enforced\"} 1.0",
                        "whence_cases{state=\"clear\"} 1.0",
                        "whence_notices{kind=\"warning\"} 1.0",
                        "whence_notices{kind=\"advisory\"} 0.0",
                        "whence_warnings{classification=\"direct\"} 2.0",
                        "whence_region_organizations{region=\"CN\"} 1.0",
                        "whence_orders 0.0",
                        "whence_controls 0.0",
                        "whence_decision_propagation_seconds NaN",
                        "whence_leaked_requests{gateway=\"WAW\"} 1.0",
                        "whence_ledger_entries{entry=\"consumed\",partition=\"0\"} 1000.0",
                        "whence_ledger_entries{entry=\"dead_lettered\",partition=\"0\"} 5.0",
                        "whence_ledger_imbalance{partition=\"0\"} 0.0",
                        "whence_ledger_imbalance{partition=\"1\"} 1.0")
                .anyMatch(line -> line.startsWith("whence_database_age_days{source=\"GeoLite2-City\"}"));
        assertThat(metrics.body()).doesNotContain("jade", "Jade", "aurora", "org-");
    }

    @Test
    void leavesTheNumbersOfTheStateOutWhileItCannotBeRead() {
        server.manage("/metrics");
        state.memory().unreadable(new StreamsNotStartedException("not yet"));

        TestServer fresh = new TestServer(state);
        try (fresh) {
            assertThat(fresh.manage("/metrics").body())
                    .contains("whence_state_readable 0.0", "whence_database_age_days")
                    .doesNotContain("whence_cases{", "whence_ledger_imbalance{");
        }
    }

    @Test
    void answersTheApiOnAnotherPortOnly() {
        assertThat(server.manage("/v1/notices").statusCode()).isEqualTo(404);
        assertThat(server.manage("/").statusCode()).isEqualTo(404);
        assertThat(server.managementPort()).isNotEqualTo(server.port());
    }
}
