/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.SuppressForbidden;
import io.whence.config.DeliveryTable;
import io.whence.config.WhenceConfig;
import io.whence.deliver.Channel;
import io.whence.deliver.DeliveryGauge;
import io.whence.deliver.DeliveryWorker;
import io.whence.deliver.Journal;
import io.whence.deliver.Recipients;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.http.ManagementServer;
import io.whence.letter.LetterWriter;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Patience;
import io.whence.wire.RecordDecoder;
import io.whence.wire.RegistryHealth;
import io.whence.wire.RetryingDecoder;
import io.whence.wire.SchemaRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running delivery of notices. */
public final class DeliveryApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryApp.class);

    /** Longer than any pause of a healthy instance, shorter than anybody waits for a takeover. */
    private static final int TRANSACTION_MILLIS = 30_000;

    private final WhenceConfig config;
    private final SchemaRegistry registry;
    private final Patience patience;
    private final List<Channel> channels;
    private final DeliveryWorker worker;
    private final PrometheusMeterRegistry metrics;
    private final ManagementServer management;

    private DeliveryApp(WhenceConfig config, Clock clock) {
        this.config = config;
        DeliverySettings settings = new DeliverySettings(config);
        this.channels = settings.channels(DeliveryApp::addresses, clock);
        Provisioning.provideTopics(config);
        this.registry = SchemaRegistry.connect(Settings.registry(config), clock);
        RegistryHealth registryHealth = new RegistryHealth(clock);
        this.patience = Waiting.forRegistry(clock, registryHealth);
        DeliveryGauge gauge = new DeliveryGauge();
        DeliveryMonitor monitor = new DeliveryMonitor(gauge, registryHealth, clock);
        this.metrics = monitor.metrics();
        this.management = new ManagementServer(settings.management(), monitor.health(), metrics);
        this.worker = new DeliveryWorker(
                sources(),
                journal(),
                channels,
                settings.rules(new SecureRandom()),
                new DeliveryWorker.Writing(new LetterWriter(config.optional(DeliveryTable.APPEAL)), clock, gauge));
    }

    /**
     * Prepares delivery; the topics must be there.
     *
     * @throws IllegalArgumentException when it is not set where to deliver to
     * @throws TopicProblemException when the topics are not what the application needs
     */
    public static DeliveryApp of(WhenceConfig config, Clock clock) {
        return new DeliveryApp(config, clock);
    }

    /** Delivers until {@link #stop}, or until something fails that cannot be outlasted. */
    public void run() {
        management.start();
        LOG.info("listening management={}", management.port());
        worker.run();
    }

    /** Lets it end after the attempts under way; returns at once. */
    public void stop() {
        worker.stop();
    }

    /** Where it delivers to, for people to read. */
    public List<String> destinations() {
        return channels.stream().map(String::valueOf).toList();
    }

    private DeliveryWorker.Sources sources() {
        Map<String, Object> settings = reading();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.getString(DeliveryTable.GROUP));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        return new DeliveryWorker.Sources(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                decoder(Contracts.NOTICE),
                new Recipients(
                        new KafkaConsumer<>(reading(), new StringDeserializer(), new ByteArrayDeserializer()),
                        decoder(Contracts.ORGANIZATION)),
                Topics.COMPLIANCE_NOTICES,
                Topics.ORGANIZATIONS);
    }

    private <T> RecordDecoder<T> decoder(Contract<T> contract) {
        return new RetryingDecoder<>(contract.decoder(registry), patience);
    }

    private Journal journal() {
        Map<String, Object> writing = new TreeMap<>(config.kafka());
        writing.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                config.getString(DeliveryTable.GROUP) + "-" + UUID.randomUUID());
        writing.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        Producer<String, DeliveryOutcome> producer = new KafkaProducer<>(
                writing, new StringSerializer(), Contracts.DELIVERY_OUTCOME.serializer(registry, patience));
        return new Journal(
                Topics.DELIVERY_OUTCOMES,
                producer,
                new KafkaConsumer<>(
                        reading(),
                        new StringDeserializer(),
                        Contracts.DELIVERY_OUTCOME.deserializer(registry, patience)),
                Admin.create(config.kafka()));
    }

    private Map<String, Object> reading() {
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    @SuppressForbidden("whom a name leads to is what the guard of the webhook has to know")
    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    @Override
    public void close() {
        management.close();
        metrics.close();
        registry.close();
    }
}
