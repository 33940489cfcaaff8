/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.RegistryListener;
import io.whence.wire.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;

/** An access log topic of a Kafka cluster; its events are Avro, framed as Confluent frames them. */
public final class KafkaAccessLogTopic implements AccessLogTopic {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_CLOSE = Duration.ofSeconds(30);

    /** No event lost or sent twice by the producer itself; large batches, as nobody waits for a single event. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "whence-ingest",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            64L * 1024 * 1024);

    private final String identity;
    private final SchemaRegistry registry;
    private final Producer<String, AccessEvent> producer;

    private KafkaAccessLogTopic(String identity, SchemaRegistry registry, Producer<String, AccessEvent> producer) {
        this.identity = identity;
        this.registry = registry;
        this.producer = producer;
    }

    /**
     * Connects, and makes sure that the topic is there.
     *
     * @param kafka settings of Kafka clients; those of {@code acks} and {@code enable.idempotence} cannot be weakened
     * @param settings settings of the schema registry client, by Confluent's names
     * @throws IOException with what to do, when the cluster does not answer or has no such topic
     */
    public static KafkaAccessLogTopic connect(
            String topic, Map<String, Object> kafka, Map<String, String> settings, InstantSource clock)
            throws IOException {
        var identity = topic + "#" + topicId(topic, kafka);
        var registry = SchemaRegistry.connect(settings, clock);
        var patience = Patience.sleeping(clock, RegistryListener.none());
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(kafka);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        var values = Contracts.ACCESS_EVENT.serializer(registry, patience);
        return new KafkaAccessLogTopic(identity, registry, new KafkaProducer<>(all, new StringSerializer(), values));
    }

    private static String topicId(String topic, Map<String, Object> kafka) throws IOException {
        var brokers = String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        try (var admin = Admin.create(kafka)) {
            var descriptions = admin.describeTopics(List.of(topic)).allTopicNames();
            var description =
                    descriptions.get(TO_ANSWER.toSeconds(), TimeUnit.SECONDS).get(topic);
            return Objects.requireNonNull(description, topic).topicId().toString();
        } catch (ExecutionException e) {
            throw new IOException(because(topic, brokers, e), e);
        } catch (TimeoutException e) {
            throw new IOException("no broker answers at " + brokers + " within " + TO_ANSWER.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking for the topic " + topic, e);
        }
    }

    private static String because(String topic, String brokers, ExecutionException answer) {
        return answer.getCause() instanceof UnknownTopicOrPartitionException
                ? "there is no topic " + topic + " at " + brokers
                : "cannot ask " + brokers + " about the topic " + topic + ": " + answer.getMessage();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Producer<String, AccessEvent> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.close(TO_CLOSE);
        registry.close();
    }
}
