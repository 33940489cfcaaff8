/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Surge;
import io.whence.domain.origin.OriginLocator;
import io.whence.topology.StoreForms;
import io.whence.topology.Stores;
import io.whence.topology.TallyRules;
import io.whence.topology.Topics;
import io.whence.topology.WhenceTopology;
import io.whence.wire.AccessEventDecoder;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.RecordDecoder;
import io.whence.wire.RetryingDecoder;
import io.whence.wire.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Joins the topology with the forms of its records.
 *
 * @param registry where schemas are
 * @param patience how long to wait for it
 */
record Wiring(SchemaRegistry registry, Patience patience) {

    Topics topics() {
        return Topics.named(new Topics.Forms(
                Contracts.REGION_POLICY.serde(registry, patience),
                Contracts.CONTROL.serde(registry, patience),
                Contracts.ORGANIZATION.serde(registry, patience),
                Contracts.REGIONAL_TRAFFIC.serde(registry, patience),
                Contracts.ASSESSMENT.serde(registry, patience),
                Contracts.NOTICE.serde(registry, patience),
                Contracts.ENFORCEMENT_DECISION.serde(registry, patience),
                Contracts.ENFORCEMENT_LEAK.serde(registry, patience),
                Contracts.CASE_EVENT.serde(registry, patience),
                Contracts.DEAD_LETTER.serde(registry, patience)));
    }

    /** Stores; so many bytes hold what was touched lately. */
    Stores stores(long bufferBytes) {
        return Stores.of(noticeAtRest(), Contracts.REGION_POLICY.serde(registry, patience), bufferBytes);
    }

    /** The stream as an instance runs it, ready to start. */
    KafkaStreams stream(WhenceConfig config, OriginLocator locator, StreamsConfig settings) {
        return stream(config, Settings.tallyRules(config), locator, settings);
    }

    /** The same, counting by rules of its own. */
    KafkaStreams stream(WhenceConfig config, TallyRules rules, OriginLocator locator, StreamsConfig settings) {
        StreamsSettings.formatFast();
        Topology topology = topology(
                        stores(config.getLong(WhenceConfig.CACHE_MEMORY)),
                        Settings.proxies(config),
                        locator,
                        rules,
                        config.pseudonymKey())
                .breakingAt(Settings.breaker(config))
                .build(new TopologyConfig(settings));
        return new KafkaStreams(topology, settings);
    }

    WhenceTopology topology(
            Stores stores, TrustedProxies proxies, OriginLocator locator, TallyRules rules, byte[] pseudonymKey) {
        return new WhenceTopology(
                topics(),
                stores,
                this::decoder,
                this::actionDecoder,
                proxies,
                locator,
                rules,
                Surge.Limit.DEFAULT,
                pseudonymKey);
    }

    private RecordDecoder<AccessEvent> decoder() {
        return new RetryingDecoder<>(new AccessEventDecoder(registry), patience);
    }

    private RecordDecoder<OfficerAction> actionDecoder() {
        return new RetryingDecoder<>(Contracts.OFFICER_ACTION.decoder(registry), patience);
    }

    StoreForms forms() {
        return new StoreForms(noticeAtRest(), json(Contracts.ORGANIZATION));
    }

    /** Notices rest as the JSON they are shown in, which every release can read. */
    private static Serde<Notice> noticeAtRest() {
        return json(Contracts.NOTICE);
    }

    private static <V> Serde<V> json(Contract<V> contract) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : contract.toJson(value).getBytes(StandardCharsets.UTF_8),
                (topic, json) -> json == null
                        ? null
                        : Decoding.valueOf(contract.fromJson(new String(json, StandardCharsets.UTF_8))));
    }
}
