/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ids of events are known, with whatever memory, and what is logged for it. */
class SeenEventsTest {

    private static final long PLENTY = 1 << 20;
    private static final Duration LATENESS = Duration.ofHours(6);
    private static final long GENERATION_HOURS = 30;
    private static final Instant START = Instant.EPOCH.plus(Duration.ofHours(1_000 * GENERATION_HOURS));

    @TempDir
    private Path folder;

    private final Queue<Consumer<Buffer<EventIds>>> work = new ArrayDeque<>();
    private TopologyTestDriver driver;

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2_000, 20_000, PLENTY})
    void anIdCountsOnceInTwoGenerationsHoweverLittleMemoryThereIs(long bytes) {
        long seed = 20_240_709;
        Random random = new Random(seed);
        Map<String, Map<Integer, Long>> counted = new HashMap<>();
        open(bytes);
        for (int round = 0; round < 60; round++) {
            Instant now = START.plus(Duration.ofHours(round * 2L));
            commit(store -> {
                Map<String, SeenEvents> atHand = new HashMap<>();
                for (int step = 0; step < 100; step++) {
                    String whose = "org-" + random.nextInt(5);
                    int id = random.nextInt(300);
                    if (random.nextInt(10) == 0) {
                        atHand.remove(whose);
                    }
                    SeenEvents seen = atHand.computeIfAbsent(whose, any -> new SeenEvents(store, whose, LATENESS));
                    assertThat(seen.add("event-" + id, now))
                            .as("seed %d, %s, event %d at %s", seed, whose, id, now)
                            .isEqualTo(isNew(counted.computeIfAbsent(whose, any -> new HashMap<>()), id, now));
                    seen.forget(now.minus(Duration.ofHours(2)), now);
                }
            });
        }
    }

    private static boolean isNew(Map<Integer, Long> counted, int id, Instant now) {
        long generation = Duration.between(START, now).toHours() / GENERATION_HOURS;
        Long last = counted.get(id);
        if (last != null && last >= generation - 1) {
            return false;
        }
        counted.put(id, generation);
        return true;
    }

    @Test
    void whatCameBetweenTwoCommitsIsOneEntry() {
        open(PLENTY);
        SeenEvents[] seen = new SeenEvents[1];
        commit(store -> {
            seen[0] = new SeenEvents(store, "org", LATENESS);
            add(seen[0], 0, 300);
        });
        commit(store -> add(seen[0], 300, 301));
        commit(store -> add(seen[0], 0, 301));

        assertThat(logged()).extracting(change -> change.value().length).containsExactly(300 * 16, 16);
    }

    @Test
    void anIdWithAnEntryOfItsOwnIsFoundWhenThereIsMemory() {
        open(0);
        commit(store -> add(new SeenEvents(store, "org", LATENESS), 0, 3));
        List<TestRecord<byte[], byte[]>> before = logged();
        driver.close();
        open(PLENTY);

        assertThat(before).extracting(change -> change.value().length).containsExactly(0, 0, 0);
        commit(store -> before.forEach(change -> store.put(Bytes.wrap(change.key()), EventIds.none())));
        commit(store -> {
            SeenEvents seen = new SeenEvents(store, "org", LATENESS);
            assertThat(seen.add("event-2", START)).isFalse();
            assertThat(seen.add("event-3", START)).isTrue();
        });
    }

    private static void add(SeenEvents seen, int from, int to) {
        for (int id = from; id < to; id++) {
            seen.add("event-" + id, START);
        }
    }

    private void open(long bytes) {
        BufferMemory memory = new BufferMemory(bytes);
        Topology topology = new Topology();
        topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "in");
        topology.addProcessor("work", Worker::new, "in");
        topology.addStateStore(
                new BufferedStoreBuilder<>(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(Stores.SEEN_EVENTS),
                        EventIds.serde(),
                        Stores.Keep.UNTIL_WRITTEN,
                        memory),
                "work");
        Properties settings = new Properties();
        settings.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology, settings);
    }

    private final class Worker implements Processor<byte[], byte[], Void, Void> {
        private Buffer<EventIds> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = Buffer.of(context, Stores.SEEN_EVENTS);
        }

        @Override
        public void process(Record<byte[], byte[]> any) {
            work.remove().accept(store);
        }
    }

    private void commit(Consumer<Buffer<EventIds>> some) {
        work.add(some);
        driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[1], new byte[1]);
        assertThat(work).isEmpty();
    }

    private List<TestRecord<byte[], byte[]>> logged() {
        return driver.createOutputTopic(
                        "test-seen-events-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }
}
