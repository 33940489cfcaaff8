/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams runs the topology. */
public final class StreamsSettings {

    /** A registry outage may hold a transaction open this long; the brokers' own limit is 15 minutes. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 60_000;

    /** A crashed instance's partitions are taken over after this; brokers allow no less than 6 s. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    /**
     * The stores have buffers of their own; Kafka's cache only holds one entry of some 100 bytes for each store of each
     * task, by which it tells them of commits. Enough for a thousand tasks.
     */
    private static final long SIGNAL_CACHE_BYTES = 16 * 1024 * 1024;

    private StreamsSettings() {}

    /**
     * Has numbers formatted as in the United States where nobody says how. Kafka Streams 4.3 formats messages for its
     * log with each record, whether they are logged or not, for each other topic of the task that has nothing to read;
     * of all locales, only this one is spared looking up how its digits are written, which is a third of what that
     * costs. We say everywhere how numbers are formatted.
     */
    static void formatFast() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    }

    /** The settings; what is passed through as {@code kafka.*} wins, except for what correctness rests on. */
    public static StreamsConfig of(WhenceConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.getString(WhenceConfig.APPLICATION_ID));
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.getString(WhenceConfig.STATE_DIR));
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.getInt(WhenceConfig.STREAM_THREADS));
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.getInt(WhenceConfig.STANDBY_REPLICAS));
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.getLong(WhenceConfig.COMMIT_INTERVAL));
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, SIGNAL_CACHE_BYTES);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(WhenceConfig.ROCKSDB_MEMORY, config.getLong(WhenceConfig.ROCKSDB_MEMORY));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.getString(WhenceConfig.ADVERTISED));
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.getInt(WhenceConfig.TOPICS_REPLICATION));
        return new StreamsConfig(settings);
    }
}
