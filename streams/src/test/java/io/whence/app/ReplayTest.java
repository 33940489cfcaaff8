/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.ConfigLoader;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.Organization;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.quickstart.DemoOrganization;
import io.whence.quickstart.DemoTraffic;
import io.whence.topology.Replay;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import io.whence.topology.WhenceTopology;
import io.whence.wire.Contracts;
import io.whence.wire.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own driver runs the topology as Kafka Streams does, a commit after each record; a replay leaves that out. */
class ReplayTest {

    private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int EVERY = 3;
    private static final int PASSES = 300;

    /** Comes to an order. */
    private static final String WHO = "lotus-robotics";

    private final SchemaRegistry registry =
            SchemaRegistry.connect(Map.of("schema.registry.url", "mock://replay"), InstantSource.fixed(RECEIVED));
    private final Wiring wiring = new Wiring(registry, Waiting.forNothing(InstantSource.fixed(RECEIVED)));
    private final Topics topics = wiring.topics();
    private final Serializer<AccessEvent> serializer = Contracts.ACCESS_EVENT.serializer(registry, wiring.patience());

    @TempDir
    private Path folder;

    /** Something that runs the topology over records. */
    private interface Machine {
        void accept(String topic, byte[] key, byte[] value);

        void passTime(Duration time);

        List<byte[]> written(String topic);
    }

    @Test
    void saysTheSameAsKafkaStreamsInTheSameOrder() throws Exception {
        Replay replay = topology().replay(RECEIVED);
        Map<String, List<Bytes>> replayed = play(onReplay(replay));
        replay.close();

        try (TopologyTestDriver driver = driver()) {
            assertThat(play(onDriver(driver))).isEqualTo(replayed);
        }
        replayed.forEach((topic, values) -> assertThat(values.size()).as(topic).isPositive());
    }

    private Map<String, List<Bytes>> play(Machine machine) {
        put(machine, topics.regionPolicies(), "openai-api", Scenario.openAiApi());
        DemoTraffic demo = new DemoTraffic();
        demo.organizations().stream()
                .map(DemoOrganization::organization)
                .forEach(known -> put(machine, topics.organizations(), known.organizationId(), known));
        put(machine, topics.organizations(), "gone", Organization.unknown("gone"));
        machine.accept(Topics.ORGANIZATIONS, bytes("gone"), null);
        machine.accept(Topics.ACCESS_LOGS, bytes("org"), bytes("no access event"));
        List<AccessEvent> events = demo.events().stream()
                .filter(event -> WHO.equals(event.organizationId()))
                .toList();
        for (int i = 0; i < events.size(); i += EVERY) {
            send(machine, events.get(i));
            if (i % PASSES == 0) {
                machine.passTime(Duration.ofHours(1));
            }
        }
        machine.passTime(Duration.ofHours(1));
        return written(machine);
    }

    private <V> void put(Machine machine, Topic<String, V> topic, String key, V value) {
        machine.accept(topic.name(), bytes(key), topic.value().serializer().serialize(topic.name(), value));
    }

    private void send(Machine machine, AccessEvent event) {
        byte[] value = serializer.serialize(Topics.ACCESS_LOGS, event);
        machine.accept(Topics.ACCESS_LOGS, bytes(event.organizationId()), value);
    }

    private static Map<String, List<Bytes>> written(Machine machine) {
        Map<String, List<Bytes>> all = new TreeMap<>();
        for (String topic : List.of(
                Topics.REGIONAL_TRAFFIC,
                Topics.ASSESSMENTS,
                Topics.COMPLIANCE_NOTICES,
                Topics.ENFORCEMENT_DECISIONS,
                Topics.CASE_EVENTS,
                Topics.DEAD_LETTERS)) {
            all.put(topic, machine.written(topic).stream().map(Bytes::wrap).toList());
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private WhenceTopology topology() throws Exception {
        return wiring.topology(
                wiring.stores(100_000),
                new TrustedProxies(
                        DemoTraffic.TRUSTED_PROXIES.stream().map(Cidr::parse).toList(), 0),
                new MaxMindLocator(GeoDatabases.open(GeoSources.bundled())),
                Settings.tallyRules(new ConfigLoader().load()),
                bytes("test"));
    }

    private TopologyTestDriver driver() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "replay-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "65536"); // it is walked over at every look
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        Properties properties = new Properties();
        properties.putAll(settings);
        return new TopologyTestDriver(
                topology().build(new TopologyConfig(new StreamsConfig(settings))), properties, RECEIVED);
    }

    private static Machine onReplay(Replay replay) {
        return new Machine() {
            @Override
            public void accept(String topic, byte[] key, byte[] value) {
                replay.accept(topic, key, value);
            }

            @Override
            public void passTime(Duration time) {
                replay.passTime(time);
            }

            @Override
            public List<byte[]> written(String topic) {
                return replay.drain(topic);
            }
        };
    }

    private static Machine onDriver(TopologyTestDriver driver) {
        return new Machine() {
            @Override
            public void accept(String topic, byte[] key, byte[] value) {
                driver.createInputTopic(
                                topic, new ByteArraySerializer(), new ByteArraySerializer(), RECEIVED, Duration.ZERO)
                        .pipeInput(key, value);
            }

            @Override
            public void passTime(Duration time) {
                driver.advanceWallClockTime(time);
            }

            @Override
            public List<byte[]> written(String topic) {
                return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readValuesToList();
            }
        };
    }
}
