/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.whence.gateway.Decisions;
import io.whence.gateway.Gate;
import io.whence.http.view.StatusView;
import io.whence.http.view.StatusView.CheckView;
import io.whence.http.view.StatusView.GatewaysView;
import io.whence.http.view.StatusView.LagView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How this instance is: what the page shows of what operators ask on the management port. */
final class StatusApi {

    /** As Micrometer names Kafka's own metric. */
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    private final Health health;
    private final MeterRegistry registry;
    private final Gate gate;

    StatusApi(Health health, MeterRegistry registry, Gate gate) {
        this.health = health;
        this.registry = registry;
        this.gate = gate;
    }

    void status(Context asked) {
        List<CheckView> checks = health.ready().stream().map(StatusApi::view).toList();
        List<LagView> lag = lag();
        Answers.json(
                asked,
                new StatusView(
                        checks.stream().allMatch(CheckView::ok),
                        checks,
                        lag.stream().mapToLong(LagView::records).sum(),
                        lag,
                        decisions()));
    }

    private static CheckView view(HealthCheck check) {
        Optional<String> problem = check.problem().get();
        return new CheckView(check.name(), problem.isEmpty(), problem.orElse(null));
    }

    private List<LagView> lag() {
        return registry.find(LAG).gauges().stream()
                .filter(gauge -> gauge.getId().getTag("partition") != null && Double.isFinite(gauge.value()))
                .map(StatusApi::view)
                .sorted(Comparator.comparing(LagView::topic).thenComparing(LagView::partition))
                .toList();
    }

    private static LagView view(Gauge gauge) {
        return new LagView(
                String.valueOf(gauge.getId().getTag("topic")),
                Integer.parseInt(String.valueOf(gauge.getId().getTag("partition"))),
                Math.round(gauge.value()));
    }

    private GatewaysView decisions() {
        Decisions all = gate.table().all();
        return new GatewaysView(
                all.version().toString(),
                all.orders().size(),
                all.controls().size(),
                gate.table().suspendedSignals(gate.clock().instant()),
                gate.table().propagation().map(Duration::toMillis).orElse(null));
    }
}
