/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import io.whence.domain.policy.RegionPolicy;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** What happened in all cases: the topics of case events, notices, orders, heads and policies, read whole. */
public final class CaseTopics {

    private final WhenceConfig config;
    private final SchemaRegistry registry;
    private final Patience patience;

    private CaseTopics(WhenceConfig config, SchemaRegistry registry, Patience patience) {
        this.config = config;
        this.registry = registry;
        this.patience = patience;
    }

    /**
     * Does something with the topics of a configured cluster, then disconnects from its registry.
     *
     * @param <T> what the work comes to
     * @throws KafkaException when the cluster, a topic or the registry cannot be used
     */
    public static <T> T with(WhenceConfig config, Clock clock, Function<CaseTopics, T> work) {
        try (SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock)) {
            return work.apply(new CaseTopics(config, registry, Waiting.forNothing(clock)));
        }
    }

    /** Hands over every notice, those of an organization in the order of time. */
    public void notices(Consumer<Notice> taker) {
        read(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE, taker);
    }

    /** Hands over every case event, those of an organization in the order of time. */
    public void events(Consumer<CaseEvent> taker) {
        read(Topics.CASE_EVENTS, Contracts.CASE_EVENT, taker);
    }

    /** Hands over every order to gateways; the last of a key counts. */
    public void decisions(Consumer<EnforcementDecision> taker) {
        read(Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION, taker);
    }

    /** Hands over every signed head; the last of a chain counts. */
    public void heads(Consumer<CaseHead> taker) {
        read(Topics.CASE_HEADS, Contracts.CASE_HEAD, taker);
    }

    /** Hands over every policy; the last of an id counts. */
    public void policies(Consumer<RegionPolicy> taker) {
        read(Topics.REGION_POLICIES, Contracts.REGION_POLICY, taker);
    }

    private <V> void read(String topic, Contract<V> contract, Consumer<V> taker) {
        new WholeTopic<>(config.kafka(), Topic.of(topic, contract.serde(registry, patience))).read((key, value) -> {
            if (value != null) {
                taker.accept(value);
            }
        });
    }
}
