/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.gateway.DecisionFeed;
import io.whence.gateway.DecisionTable;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.RetryingDecoder;
import io.whence.wire.SchemaRegistry;
import java.time.InstantSource;

/** Joins the orders to gateways with the topics they come from. */
final class Gateways {

    private Gateways() {}

    static DecisionFeed feed(
            WhenceConfig config, SchemaRegistry registry, Patience patience, DecisionTable table, InstantSource clock) {
        return new DecisionFeed(
                config.kafka(),
                source(Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION, registry, patience),
                source(Topics.CONTROLS, Contracts.CONTROL, registry, patience),
                table,
                clock);
    }

    private static <V> DecisionFeed.Source<V> source(
            String topic, Contract<V> contract, SchemaRegistry registry, Patience patience) {
        return new DecisionFeed.Source<>(topic, new RetryingDecoder<>(contract.decoder(registry), patience));
    }
}
