/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Control;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** The brakes on gateways: the topic that every instance's answers to them obey. */
public final class ControlTopic {

    private final CompactedTopic<Control> topic;

    private ControlTopic(WhenceConfig config, SchemaRegistry registry, Patience patience) {
        this.topic =
                new CompactedTopic<>(config, Topic.of(Topics.CONTROLS, Contracts.CONTROL.serde(registry, patience)));
    }

    /**
     * Does something with the topic of a configured cluster, then disconnects from its registry.
     *
     * @param <T> what the work comes to
     * @throws KafkaException when the cluster, the topic or the registry cannot be used
     */
    public static <T> T with(WhenceConfig config, Clock clock, Function<ControlTopic, T> work) {
        try (SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock)) {
            return work.apply(new ControlTopic(config, registry, Waiting.forNothing(clock)));
        }
    }

    /** The controls that were ever given, by {@link Control#key}. */
    public Map<String, Control> read() {
        return topic.read();
    }

    /** Pulls or releases; when it returns, the brokers have it. */
    public void write(Control control) {
        topic.write(Map.of(control.key(), control));
    }
}
