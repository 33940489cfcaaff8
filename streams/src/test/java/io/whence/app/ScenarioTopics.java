/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.whence.config.WhenceConfig;
import io.whence.topology.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The topics of one scenario after another on the same broker. */
final class ScenarioTopics implements AutoCloseable {

    private final WhenceConfig config;
    private final Admin admin;
    private final AccessLogProducer producer;

    ScenarioTopics(WhenceConfig config) {
        this.config = config;
        admin = Admin.create(config.kafka());
        producer = new AccessLogProducer(
                String.valueOf(config.kafka().get("bootstrap.servers")),
                String.valueOf(config.registry().get("schema.registry.url")));
    }

    AccessLogProducer producer() {
        return producer;
    }

    /** Makes room for the next scenario. */
    void deleteAll() throws ExecutionException, InterruptedException {
        admin.deleteTopics(admin.listTopics().names().get()).all().get();
        await().untilAsserted(() -> assertThat(admin.listTopics().names().get()).isEmpty());
    }

    /** Waits until the stream has read and committed all that is on its topics, those between its steps too. */
    void awaitRead() {
        producer.flush();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(unread()).isEmpty());
    }

    private Map<TopicPartition, Long> unread() throws ExecutionException, InterruptedException {
        String application = config.getString(WhenceConfig.APPLICATION_ID);
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> unread = new HashMap<>();
        ends(application).forEach((partition, end) -> {
            OffsetAndMetadata at = read.get(partition);
            long left = end.offset() - (at == null ? 0 : at.offset());
            if (left > 0) {
                unread.put(partition, left);
            }
        });
        return unread;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(String application)
            throws ExecutionException, InterruptedException {
        Set<String> readTopics = admin.listTopics().names().get().stream()
                .filter(name -> Set.of(Topics.ACCESS_LOGS, Topics.OFFICER_ACTIONS, Topics.ORGANIZATIONS)
                                .contains(name)
                        || name.startsWith(application) && name.endsWith("-repartition"))
                .collect(Collectors.toSet());
        return admin.listOffsets(readTopics.stream()
                        .map(name -> new TopicPartition(name, 0))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
