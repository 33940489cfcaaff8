/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where the partitions are, as this instance last heard.
 *
 * @param streams the running stream, which knows by {@code application.server} who has what
 * @param count how many partitions there are
 */
record Placement(KafkaStreams streams, int count) {

    /** All partitions. */
    IntStream partitions() {
        return IntStream.range(0, count);
    }

    /** The partition of an organization: Kafka's own partitioner, which producers of its topics must use. */
    int partitionOf(String organizationId) {
        byte[] key = organizationId.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }

    /** Who has a copy of a partition: first who counts events in it, then those who follow. */
    List<HostInfo> hosts(int partition) {
        TopicPartition source = new TopicPartition(Topics.ACCESS_LOGS, partition);
        List<HostInfo> hosts = new ArrayList<>();
        List<HostInfo> followers = new ArrayList<>();
        for (StreamsMetadata instance : instances()) {
            if (instance.topicPartitions().contains(source)) {
                hosts.add(instance.hostInfo());
            } else if (instance.standbyTopicPartitions().contains(source)) {
                followers.add(instance.hostInfo());
            }
        }
        hosts.addAll(followers);
        return hosts;
    }

    private Collection<StreamsMetadata> instances() {
        try {
            return streams.metadataForAllStreamsClients();
        } catch (IllegalStateException stopping) { // what Kafka Streams says before it starts and while it stops
            throw new InvalidStateStoreException(stopping);
        }
    }
}
