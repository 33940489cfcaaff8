/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.SuppressForbidden;
import io.whence.app.BareStream;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.geo.GeoSourceException;
import io.whence.topology.Topics;
import io.whence.wire.SchemaRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.TimeWindows;

/** The process that is measured: one pipeline, once. Reads its setting from a file and writes what it measured. */
public final class Worker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Setting setting;
    private final Clock clock;

    private Worker(Setting setting, Clock clock) {
        this.setting = setting;
        this.clock = clock;
    }

    /** Arguments: the file of the setting, the file for what was measured. */
    @SuppressForbidden("a process of its own")
    public static void main(String[] arguments) throws Exception {
        Setting setting = JSON.readValue(Path.of(arguments[0]).toFile(), Setting.class);
        JSON.writeValue(Path.of(arguments[1]).toFile(), new Worker(setting, Clock.systemUTC()).measure());
        System.exit(0);
    }

    private Measured measure() throws Exception {
        return switch (setting.pipeline()) {
            case CONSUME -> new PlainConsumer(setting, value -> {}).measure();
            case DECODE -> decode();
            case PASS_THROUGH -> passThrough();
            case COUNT -> count();
            case WHENCE_AT_LEAST_ONCE -> whence(StreamsConfig.AT_LEAST_ONCE);
            case WHENCE -> whence(StreamsConfig.EXACTLY_ONCE_V2);
            case FLINK -> Foreign.flink().orElseThrow().measure(setting);
            case BACKTEST ->
                new LogBacktest(setting, config(), Located.bundled(Path.of(setting.origins())), clock).measure();
        };
    }

    private Measured decode() throws GeoSourceException {
        try (SchemaRegistry registry = registry()) {
            Located located = Located.by(registry, Path.of(setting.origins()));
            return new PlainConsumer(setting, located::countryOf).measure();
        }
    }

    private Measured passThrough() throws InterruptedException {
        StreamsBuilder builder = new StreamsBuilder();
        read(builder).foreach((organization, value) -> {});
        return measure(builder);
    }

    private Measured count() throws GeoSourceException, InterruptedException {
        try (SchemaRegistry registry = registry()) {
            Located located = Located.by(registry, Path.of(setting.origins()));
            StreamsBuilder builder = new StreamsBuilder();
            read(builder)
                    .mapValues(located::countryOf)
                    .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
                    .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofHours(1), Duration.ofHours(6)))
                    .count(Materialized.as("counts"));
            return measure(builder);
        }
    }

    private static KStream<String, byte[]> read(StreamsBuilder builder) {
        return builder.stream(Topics.ACCESS_LOGS, Consumed.with(Serdes.String(), Serdes.ByteArray()));
    }

    private Measured measure(StreamsBuilder builder) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                setting.applicationId(),
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                setting.bootstrapServers(),
                StreamsConfig.STATE_DIR_CONFIG,
                setting.directory(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                setting.plan().threads(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                setting.plan().commitMillis(),
                StreamsConfig.consumerPrefix("auto.offset.reset"),
                "earliest",
                StreamsConfig.producerPrefix("compression.type"),
                "lz4");
        try (KafkaStreams streams = new KafkaStreams(builder.build(), new StreamsConfig(settings))) {
            return new StreamMeter(streams, setting).measure();
        }
    }

    private Measured whence(String guarantee) throws GeoSourceException, InterruptedException {
        try (BareStream stream = BareStream.of(config(), guarantee, clock)) {
            return new StreamMeter(stream.streams(), setting).measure();
        }
    }

    private WhenceConfig config() {
        Map<String, String> options = new TreeMap<>(Bench.connection(setting.bootstrapServers(), setting.registry()));
        options.put(WhenceConfig.APPLICATION_ID, setting.applicationId());
        options.put(WhenceConfig.STATE_DIR, setting.directory());
        options.put(WhenceConfig.GEO_TABLE_FILE, setting.origins());
        options.put(WhenceConfig.STREAM_THREADS, Integer.toString(setting.plan().threads()));
        options.put(
                WhenceConfig.COMMIT_INTERVAL, Integer.toString(setting.plan().commitMillis()));
        options.put(
                WhenceConfig.TOPICS_PARTITIONS, Integer.toString(setting.plan().partitions()));
        return new ConfigLoader().options(options).load();
    }

    private SchemaRegistry registry() {
        return SchemaRegistry.connect(Map.of("schema.registry.url", setting.registry()), clock);
    }
}
