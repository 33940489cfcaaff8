/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buffered store in a task: what its processor sees, what others see, what is logged, and when. */
class BufferedStoreTest {

    private static final String WORDS = "words";
    private static final long PLENTY = 1 << 20;

    @TempDir
    private Path folder;

    private final Queue<Consumer<Buffer<String>>> work = new ArrayDeque<>();
    private TopologyTestDriver driver;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void keysThatChangeOftenAreLoggedOnceInTheirOrder() {
        open(PLENTY);
        commit(words -> {
            for (int i = 0; i < 1_000; i++) {
                words.put(key("cherry"), "red " + i);
                words.put(key("apple"), "green " + i);
                words.put(key("banana"), "yellow " + i);
            }
        });
        assertThat(logged()).containsExactly("apple=green 999", "banana=yellow 999", "cherry=red 999");
        commit(words -> words.put(key("banana"), "brown"));
        assertThat(logged()).containsExactly("banana=brown");
        commit(words -> words.get(key("apple")));
        assertThat(logged()).isEmpty();
    }

    @Test
    void theProcessorSeesWhatItWroteAndOthersWhatWasCommitted() {
        open(PLENTY);
        commit(words -> {
            words.put(key("a"), "1");
            assertThat(words.get(key("a"))).isEqualTo("1");
            assertThat(outside().get(key("a"))).isNull();
        });
        assertThat(outside().get(key("a"))).isEqualTo("1");
        commit(words -> {
            words.delete(key("a"));
            assertThat(words.get(key("a"))).isNull();
            assertThat(outside().get(key("a"))).isEqualTo("1");
        });
        assertThat(outside().get(key("a"))).isNull();
        assertThat(logged()).containsExactly("a=1", "a=null");
    }

    @Test
    void rangesHoldWhatIsNotWrittenYet() {
        open(PLENTY);
        commit(words -> {
            words.put(key("a"), "1");
            words.put(key("c"), "3");
        });
        commit(words -> {
            words.put(key("b"), "2");
            words.delete(key("a"));
            words.put(key("d"), "4");
            assertThat(entries(words.range(key("a"), key("c")))).containsExactly("b=2", "c=3");
            assertThat(entries(words.all())).containsExactly("b=2", "c=3", "d=4");
        });
    }

    @Test
    void withLittleMemoryEverythingIsStillThere() {
        open(3_000);
        BufferMemory memory = this.memory;
        commit(words -> {
            for (int i = 0; i < 200; i++) {
                words.put(key("key " + i), "value " + i);
                assertThat(memory.usedBytes()).isLessThan(4_000);
            }
            for (int i = 0; i < 200; i++) {
                assertThat(words.get(key("key " + i))).isEqualTo("value " + i);
            }
        });
        assertThat(entries(outside().all())).hasSize(200);
    }

    @Test
    void aCacheOfNoSizeWritesEveryChangeAtOnce() {
        open(PLENTY, 0);
        commit(words -> {
            words.put(key("b"), "1");
            words.put(key("a"), "2");
            assertThat(outside().get(key("a"))).isEqualTo("2");
        });
        assertThat(logged()).containsExactly("b=1", "a=2");
    }

    @Test
    void anyWorkEndsInTheStateOfAPlainMap() {
        long seed = 20_240_709;
        Random random = new Random(seed);
        open(5_000);
        Map<String, String> plain = new TreeMap<>();
        Map<String, Place<String>> places = new HashMap<>();
        for (int round = 0; round < 200; round++) {
            commit(words -> {
                for (int step = 0; step < 50; step++) {
                    doSomething(random, words, plain);
                    doSomethingInPlace(random, words, places, plain);
                }
            });
            assertThat(entries(outside().all()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(entries(plain));
        }
        assertThat(replayed()).as("the changelog, seed %d", seed).isEqualTo(plain);
    }

    private static void doSomething(Random random, Buffer<String> words, Map<String, String> plain) {
        String name = String.format("%02d", random.nextInt(60));
        switch (random.nextInt(8)) {
            case 0 -> {
                words.delete(key(name));
                plain.remove(name);
            }
            case 1 ->
                assertThat(entries(words.range(key("10"), key("40"))))
                        .isEqualTo(entries(((TreeMap<String, String>) plain).subMap("10", true, "40", true)));
            case 2, 3 -> assertThat(words.get(key(name))).isEqualTo(plain.get(name));
            default -> {
                words.put(key(name), "v" + random.nextInt());
                plain.put(name, words.get(key(name)));
            }
        }
    }

    /** A place is found once and used again, whatever the buffer let go of in between. */
    private static void doSomethingInPlace(
            Random random, Buffer<String> words, Map<String, Place<String>> places, Map<String, String> plain) {
        String name = String.format("%02d", random.nextInt(60));
        Place<String> place = places.computeIfAbsent(name, any -> new Place<>(words, key(name)));
        switch (random.nextInt(3)) {
            case 0 -> assertThat(place.get()).isEqualTo(plain.get(name));
            case 1 -> {
                plain.putIfAbsent(name, "fresh");
                assertThat(place.change(() -> "fresh", String::length))
                        .isEqualTo(plain.get(name).length());
            }
            default -> {
                plain.put(name, "p" + random.nextInt());
                place.put(plain.get(name));
            }
        }
    }

    private BufferMemory memory;

    private void open(long bufferBytes) {
        open(bufferBytes, 10_000);
    }

    private void open(long bufferBytes, long cacheBytes) {
        memory = new BufferMemory(bufferBytes);
        Topology topology = new Topology();
        topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "in");
        topology.addProcessor("work", Worker::new, "in");
        topology.addStateStore(
                new BufferedStoreBuilder<>(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(WORDS),
                        Serdes.String(),
                        Stores.Keep.AT_HAND,
                        memory),
                "work");
        Properties settings = new Properties();
        settings.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.setProperty(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, Long.toString(cacheBytes));
        driver = new TopologyTestDriver(topology, settings);
    }

    private final class Worker implements Processor<byte[], byte[], Void, Void> {
        private Buffer<String> words;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            words = Buffer.of(context, WORDS);
        }

        @Override
        public void process(Record<byte[], byte[]> any) {
            work.remove().accept(words);
        }
    }

    /** Does some work in one task between two commits: the driver commits after each record. */
    private void commit(Consumer<Buffer<String>> some) {
        work.add(some);
        driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[1], new byte[1]);
        assertThat(work).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private ReadOnlyKeyValueStore<Bytes, String> outside() {
        return (ReadOnlyKeyValueStore<Bytes, String>) driver.getAllStateStores().get(WORDS);
    }

    private List<String> logged() {
        return changelog().stream()
                .map(change -> change.key() + "=" + text(change.value()))
                .toList();
    }

    private Map<String, String> replayed() {
        Map<String, String> state = new HashMap<>();
        for (TestRecord<String, byte[]> change : changelog()) {
            state.compute(change.key(), (key, before) -> text(change.value()));
        }
        return state;
    }

    private List<TestRecord<String, byte[]>> changelog() {
        return driver.createOutputTopic("test-words-changelog", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> entries(Map<String, String> plain) {
        return plain.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static List<String> entries(KeyValueIterator<Bytes, String> found) {
        List<String> entries = new ArrayList<>();
        try (found) {
            while (found.hasNext()) {
                KeyValue<Bytes, String> entry = found.next();
                entries.add(text(entry.key.get()) + "=" + entry.value);
            }
        }
        return entries;
    }
}
