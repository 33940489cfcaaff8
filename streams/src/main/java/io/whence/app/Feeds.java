/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.gateway.DecisionFeed;
import io.whence.gateway.DecisionTable;
import io.whence.news.NewsBoard;
import io.whence.news.NewsFeed;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.FollowedTopic;
import io.whence.wire.Patience;
import io.whence.wire.RetryingDecoder;
import io.whence.wire.SchemaRegistry;
import java.time.InstantSource;

/** Joins what follows topics with the topics. */
final class Feeds {

    private Feeds() {}

    static DecisionFeed decisions(
            WhenceConfig config, SchemaRegistry registry, Patience patience, DecisionTable table, InstantSource clock) {
        return new DecisionFeed(
                config.kafka(),
                source(Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION, registry, patience),
                source(Topics.CONTROLS, Contracts.CONTROL, registry, patience),
                table,
                clock);
    }

    static NewsFeed news(WhenceConfig config, SchemaRegistry registry, Patience patience, NewsBoard board) {
        return new NewsFeed(
                config.kafka(),
                source(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE, registry, patience),
                source(Topics.CASE_EVENTS, Contracts.CASE_EVENT, registry, patience),
                board);
    }

    private static <V> FollowedTopic<V> source(
            String topic, Contract<V> contract, SchemaRegistry registry, Patience patience) {
        return new FollowedTopic<>(topic, new RetryingDecoder<>(contract.decoder(registry), patience));
    }
}
