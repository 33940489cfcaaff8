/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sees to it that the topics are there and right, and that the policies are on theirs. */
public final class Provisioning {

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
        if (!policies.isEmpty()) {
            publish(policies);
        }
    }

    private void publish(List<RegionPolicy> policies) {
        Topic<String, RegionPolicy> topic = wiring.topics().regionPolicies();
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<String, RegionPolicy> producer = new KafkaProducer<>(
                settings, topic.key().serializer(), topic.value().serializer())) {
            for (RegionPolicy policy : policies) {
                await(producer.send(new ProducerRecord<>(Topics.REGION_POLICIES, policy.id(), policy)));
            }
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new KafkaException("a policy could not be published", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while publishing policies", stopping);
        }
    }
}
