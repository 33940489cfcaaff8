/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The policies that are published: the topic that every instance judges by. */
public final class PolicyTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final Topic<String, RegionPolicy> topic;

    PolicyTopic(WhenceConfig config, Wiring wiring) {
        this.kafka = config.kafka();
        this.topic = wiring.topics().regionPolicies();
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
        Map<String, Object> settings = new TreeMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (Consumer<String, RegionPolicy> consumer = new KafkaConsumer<>(
                settings, topic.key().deserializer(), topic.value().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no topic " + topic.name() + "; create it: whence topics --create");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return latest(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Map<String, RegionPolicy> latest(
            Consumer<String, RegionPolicy> consumer, Map<TopicPartition, Long> ends) {
        Map<String, RegionPolicy> policies = new TreeMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, RegionPolicy> found : consumer.poll(POLL)) {
                if (found.value() == null) {
                    policies.remove(found.key());
                } else {
                    policies.put(found.key(), found.value());
                }
            }
        }
        return policies;
    }

    /** Publishes policies; each takes the place of the one of its id. */
    public void write(Collection<RegionPolicy> policies) {
        Map<String, Object> settings = new TreeMap<>(kafka);
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
