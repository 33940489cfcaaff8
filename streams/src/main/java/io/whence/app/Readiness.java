/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.gateway.DecisionFeed;
import io.whence.http.HealthCheck;
import io.whence.wire.RegistryHealth;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/**
 * When the application is alive and when it is ready.
 *
 * @param runner runs the stream
 * @param registry tells of outages of the schema registry
 * @param decisions tells whether the orders to gateways are all read
 */
record Readiness(StreamsRunner runner, RegistryHealth registry, DecisionFeed decisions) {

    List<HealthCheck> alive() {
        return List.of(new HealthCheck("kafka-streams", this::stopped));
    }

    List<HealthCheck> ready() {
        return List.of(
                new HealthCheck("kafka-streams", this::notRunning),
                new HealthCheck("schema-registry", this::outage),
                new HealthCheck("gateway-decisions", decisions::problem));
    }

    private Optional<String> stopped() {
        KafkaStreams.State state = runner.state();
        return state.hasStartedOrFinishedShuttingDown() && runner.failure().isPresent()
                ? Optional.of("the stream has stopped: " + runner.failure().orElseThrow())
                : Optional.empty();
    }

    private Optional<String> notRunning() {
        KafkaStreams.State state = runner.state();
        return state == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of("the stream is " + state + ", its state is being moved or restored");
    }

    private Optional<String> outage() {
        return registry.outage().map(outage -> "no answer since " + outage.since() + ": " + outage.why());
    }
}
