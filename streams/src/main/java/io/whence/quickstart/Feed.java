/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Notice;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.RegistryListener;
import io.whence.wire.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The quickstart's own hand on the topics: profiles and traffic in, notices out. */
final class Feed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final SchemaRegistry registry;
    private final Patience patience;

    Feed(LocalServers servers) {
        var clock = InstantSource.system();
        bootstrapServers = servers.broker().bootstrapServers();
        registry = SchemaRegistry.connect(
                Map.of("schema.registry.url", servers.registry().url()), clock);
        patience = Patience.sleeping(clock, RegistryListener.none());
    }

    /** Puts profiles and then traffic on their topics, and waits until all of it has arrived; says what was sent. */
    String send(Traffic traffic) throws IOException, InterruptedException {
        try (var profiles = producer(Contracts.ORGANIZATION)) {
            Sending.all(
                    profiles,
                    traffic.organizations().stream()
                            .map(known -> new ProducerRecord<>(Topics.ORGANIZATIONS, known.organizationId(), known))
                            .toList());
        }
        try (var events = producer(Contracts.ACCESS_EVENT)) {
            return traffic.send(events);
        }
    }

    /** Hands over every notice there is and every one that comes, until interrupted. */
    void watch(Consumer<Notice> watcher) {
        try (var consumer = new KafkaConsumer<>(
                consumerSettings(), new StringDeserializer(), Contracts.NOTICE.deserializer(registry, patience))) {
            var partitions = consumer.partitionsFor(Topics.COMPLIANCE_NOTICES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!Thread.interrupted()) {
                consumer.poll(POLL).forEach(record -> watcher.accept(record.value()));
            }
        } catch (InterruptException stopping) {
            // as good as seen by the loop
        }
    }

    @Override
    public void close() {
        registry.close();
    }

    private <V> Producer<String, V> producer(Contract<V> contract) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
        return new KafkaProducer<>(settings, new StringSerializer(), contract.serializer(registry, patience));
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }
}
