/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "letters";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    /** 2024-06-03: what the sample traffic starts with. */
    private static final long LONG_AGO = 1_717_372_800_000L;

    @TempDir
    Path directory;

    @Test
    void committedTransactionsAreSeenAndAbortedOnesAreNot() throws Exception {
        try (var broker = EmbeddedBroker.start(directory)) {
            createTopic(broker, Map.of());
            inTransaction(broker, "aborted", false);
            inTransaction(broker, "committed", true);

            assertThat(committedValues(broker)).containsExactly("committed");
        }
    }

    @Test
    void recordsOutliveARestartInTheSameDirectory() throws Exception {
        int port;
        try (var broker = EmbeddedBroker.start(directory)) {
            port = broker.port();
            createTopic(broker, Map.of());
            inTransaction(broker, "before", true);
        }
        try (var broker = EmbeddedBroker.start(directory, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(committedValues(broker)).containsExactly("before");
        }
    }

    @Test
    void eachTopicChoosesItsTimestampType() throws Exception {
        try (var broker = EmbeddedBroker.start(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            createTopic(broker, Map.of("message.timestamp.type", "LogAppendTime"));
            inTransaction(broker, "now", true);

            try (var consumer = consumer(broker)) {
                assertThat(consumer.poll(Duration.ofSeconds(30)))
                        .singleElement()
                        .satisfies(record -> assertThat(record.timestamp()).isGreaterThan(LONG_AGO));
            }
            assertThat(admin.listTopics().names().get(30, SECONDS)).containsExactly(TOPIC);
        }
    }

    @Test
    void nothingRunsOnAfterClose() throws Exception {
        var before = nonDaemonThreads();
        var broker = EmbeddedBroker.start(directory);
        createTopic(broker, Map.of());
        broker.close();
        broker.close();

        assertThat(nonDaemonThreads()).isEqualTo(before);
        try (var socket = new ServerSocket(broker.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void aTakenPortIsSaidAndLeavesNothingRunning() throws Exception {
        var before = nonDaemonThreads();
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("broker: cannot start on port " + taken.getLocalPort());
        }
        assertThat(nonDaemonThreads()).isEqualTo(before);
    }

    @Test
    void anUnusableDirectoryIsSaid() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> EmbeddedBroker.start(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    private static void createTopic(EmbeddedBroker broker, Map<String, String> configuration) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topic = new NewTopic(TOPIC, 1, (short) 1).configs(configuration);
            admin.createTopics(List.of(topic)).all().get(30, SECONDS);
        }
    }

    private static void inTransaction(EmbeddedBroker broker, String value, boolean commit) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test-" + value);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, LONG_AGO, "key", value))
                    .get(30, SECONDS);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> committedValues(EmbeddedBroker broker) {
        var values = new ArrayList<String>();
        try (var consumer = consumer(broker)) {
            long end = consumer.endOffsets(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedBroker broker) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(Set.of(PARTITION));
        return consumer;
    }

    private static Set<String> nonDaemonThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
