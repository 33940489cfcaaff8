/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** The policies that are published: the topic that every instance judges by. */
public final class PolicyTopic {

    private final CompactedTopic<RegionPolicy> topic;

    PolicyTopic(WhenceConfig config, Wiring wiring) {
        this.topic = new CompactedTopic<>(config, wiring.topics().regionPolicies());
    }

    /**
     * Does something with the topic of a configured cluster, then disconnects from its registry.
     *
     * @param <T> what the work comes to
     * @throws KafkaException when the cluster, the topic or the registry cannot be used
     */
    public static <T> T with(WhenceConfig config, Clock clock, Function<PolicyTopic, T> work) {
        try (SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock)) {
            return work.apply(new PolicyTopic(config, new Wiring(registry, Waiting.forNothing(clock))));
        }
    }

    /** The published policies, by id. */
    public Map<String, RegionPolicy> read() {
        return topic.read();
    }

    /** Publishes policies; each takes the place of the one of its id. */
    public void write(Collection<RegionPolicy> policies) {
        Map<String, RegionPolicy> byId = new TreeMap<>();
        policies.forEach(policy -> byId.put(policy.id(), policy));
        topic.write(byId);
    }
}
