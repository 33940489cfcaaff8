/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.whence.gateway.DecisionTable;
import io.whence.gateway.Gate;
import java.time.Duration;

/**
 * What gateways are told, in numbers.
 *
 * @param gate what this instance knows of it, and by which clock
 */
record GateMetrics(Gate gate) implements MeterBinder {

    private static final double MILLIS = 1_000;

    @Override
    public void bindTo(MeterRegistry registry) {
        DecisionTable table = gate.table();
        Gauge.builder("whence.signals.suspended", gate, GateMetrics::suspended)
                .description("Signals about a region that may not support enforcement")
                .register(registry);
        Gauge.builder("whence.orders", table, known -> known.all().orders().size())
                .description("Orders to gateways that refuse something, in shadow or not")
                .register(registry);
        Gauge.builder("whence.controls", table, known -> known.all().controls().size())
                .description("Controls of officers that hold gateways back")
                .register(registry);
        Gauge.builder("whence.decision.propagation.seconds", table, GateMetrics::propagation)
                .description("From the receipt of what brought the latest order about until gateways are told")
                .register(registry);
    }

    private static double suspended(Gate gate) {
        return gate.table().suspendedSignals(gate.clock().instant()).size();
    }

    /** Not a number before there was an order. */
    private static double propagation(DecisionTable table) {
        return table.propagation()
                .map(Duration::toMillis)
                .map(millis -> millis / MILLIS)
                .orElse(Double.NaN);
    }
}
