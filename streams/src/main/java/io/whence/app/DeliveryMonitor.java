/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.deliver.DeliveryGauge;
import io.whence.domain.delivery.DeliveryChannel;
import io.whence.domain.delivery.DeliveryResult;
import io.whence.http.Health;
import io.whence.http.HealthCheck;
import io.whence.wire.RegistryHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Says whether the delivery is alive and ready, and what it has done.
 *
 * @param gauge the delivery in numbers
 * @param registry tells of outages of the schema registry
 * @param clock the time on the wall
 */
record DeliveryMonitor(DeliveryGauge gauge, RegistryHealth registry, InstantSource clock) {

    /**
     * A turn takes a tenth of a second, or as long as the attempts under way when partitions move, or as long as a
     * registry is waited for, which is told apart. An assumption: five minutes are none of these.
     */
    private static final Duration STUCK = Duration.ofMinutes(5);

    Health health() {
        return new Health(
                List.of(new HealthCheck("delivery", this::stuck)),
                List.of(
                        new HealthCheck("delivery", this::withoutPartitions),
                        new HealthCheck("schema-registry", this::outage)));
    }

    private Optional<String> stuck() {
        Optional<Instant> latest = gauge.latest().at();
        return latest.isPresent()
                        && registry.outage().isEmpty()
                        && latest.get().plus(STUCK).isBefore(clock.instant())
                ? Optional.of("nothing was read or sent since " + latest.get())
                : Optional.empty();
    }

    private Optional<String> withoutPartitions() {
        return gauge.latest().partitions() > 0
                ? Optional.empty()
                : Optional.of("no partition of the notices is ours: other instances have them, or we are joining");
    }

    private Optional<String> outage() {
        return registry.outage().map(outage -> "no answer since " + outage.since() + ": " + outage.why());
    }

    /** The metrics, bound to the numbers as they will be. */
    PrometheusMeterRegistry metrics() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ProcessorMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            for (DeliveryResult result : DeliveryResult.values()) {
                count(new DeliveryGauge.Kind(channel, result), metrics);
            }
        }
        show(
                "whence.delivery.waiting",
                "Deliveries that wait for their time or their destination",
                DeliveryGauge.Turn::waiting,
                metrics);
        show(
                "whence.delivery.under.way",
                "Attempts that have begun and not ended",
                DeliveryGauge.Turn::underWay,
                metrics);
        show(
                "whence.delivery.partitions",
                "Partitions of the notices that this instance delivers",
                DeliveryGauge.Turn::partitions,
                metrics);
        return metrics;
    }

    private void count(DeliveryGauge.Kind kind, PrometheusMeterRegistry metrics) {
        FunctionCounter.builder("whence.deliveries", gauge, counts -> counts.filed(kind))
                .description("Outcomes written down by this instance, by channel and where the delivery stands")
                .tag("channel", kind.channel().name().toLowerCase(Locale.ROOT))
                .tag("outcome", kind.result().name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private void show(
            String name, String description, ToIntFunction<DeliveryGauge.Turn> number, PrometheusMeterRegistry to) {
        Gauge.builder(name, gauge, counts -> number.applyAsInt(counts.latest()))
                .description(description)
                .register(to);
    }
}
