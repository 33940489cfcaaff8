/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.policy.PolicyRevision;
import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the topics are there and right, and that the policies are on theirs. */
public final class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final WhenceConfig config;
    private final Wiring wiring;

    Provisioning(WhenceConfig config, Wiring wiring) {
        this.config = config;
        this.wiring = wiring;
    }

    /**
     * Provides topics and policies.
     *
     * @throws TopicProblemException when the topics are not what the application needs
     */
    void provide(List<RegionPolicy> policies) {
        provideTopics(config);
        if (!policies.isEmpty()) {
            publish(policies);
        }
    }

    /**
     * Provides the topics.
     *
     * @throws TopicProblemException when they are not what the application needs
     */
    static void provideTopics(WhenceConfig config) {
        try (Admin admin = Admin.create(config.kafka())) {
            TopicSetup setup = new TopicSetup(admin);
            List<NewTopic> topics = TopicSetup.topics(
                    config.getInt(WhenceConfig.TOPICS_PARTITIONS), config.getInt(WhenceConfig.TOPICS_REPLICATION));
            if (Boolean.parseBoolean(config.getString(WhenceConfig.TOPICS_CREATE))) {
                setup.create(topics);
            }
            List<String> problems = setup.problems(topics);
            if (!problems.isEmpty()) {
                throw new TopicProblemException(problems);
            }
        }
    }

    /** What is published stays: it may have been signed off since the configuration was written. */
    private void publish(List<RegionPolicy> policies) {
        PolicyTopic topic = new PolicyTopic(config, wiring);
        Map<String, RegionPolicy> published = topic.read();
        topic.write(policies.stream()
                .filter(policy -> !published.containsKey(policy.id()))
                .toList());
        policies.stream()
                .filter(policy -> !PolicyRevision.prepare(published.get(policy.id()), policy, List.of(), Instant.EPOCH)
                        .diff()
                        .isEmpty())
                .filter(policy -> published.containsKey(policy.id()))
                .forEach(policy -> LOG.warn(
                        "policy {}: the one on the topic differs from the one that is named here, and stays;"
                                + " `whence policy publish` changes it",
                        policy.id()));
    }
}
