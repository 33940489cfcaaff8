/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stream over records that are at hand, on one thread: the steps of the topology, one calling the next, with state
 * in memory and a clock that is set. Everything is one partition. What Kafka Streams does around the steps, a commit
 * for so many records among it, is left out; what comes out is the same.
 */
public final class Replay {

    /** Records between two times that changes are written to the stores below the buffers, as in some commits. */
    private static final int RECORDS_PER_WRITE = 50_000;

    private static final int PARTITION = 0;

    private final Instant start;
    private final Map<String, StateStore> stores = new HashMap<>();
    private final Map<String, ReadOnlyKeyValueStore<?, ?>> readable = new HashMap<>();
    private final Set<String> globals = new HashSet<>();
    private final List<BufferedStore<?>> buffered = new ArrayList<>();
    private final List<Runnable> starts = new ArrayList<>();
    private final List<Processor<?, ?, ?, ?>> processors = new ArrayList<>();
    private final Map<String, Source<?, ?>> sources = new HashMap<>();
    private final Map<String, List<byte[]>> written = new HashMap<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Instant clock;
    private @Nullable RecordMetadata origin;
    private long records;

    /** Laid out with {@link WhenceTopology#replay}. */
    Replay(Instant start) {
        this.start = start;
        this.clock = start;
    }

    /** A topic that is read. */
    private static final class Source<K, V> {
        private final Topic<K, V> topic;
        private final ReplayFlow<K, V> first;
        private long offset;

        Source(Topic<K, V> topic, ReplayFlow<K, V> first) {
            this.topic = topic;
            this.first = first;
        }

        RecordMetadata next() {
            return new Place(topic.name(), PARTITION, offset++);
        }

        void take(byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
            first.take(new Record<>(
                    topic.key().deserializer().deserialize(topic.name(), key),
                    topic.value().deserializer().deserialize(topic.name(), value),
                    timestamp));
        }
    }

    private record Place(String topic, int partition, long offset) implements RecordMetadata {}

    private static final class Timer {
        private final Duration interval;
        private final Punctuator callback;
        private Instant due;

        Timer(Duration interval, Punctuator callback, Instant due) {
            this.interval = interval;
            this.callback = callback;
            this.due = due;
        }
    }

    /** Starts the steps; when all is laid out. */
    void begin() {
        starts.forEach(Runnable::run);
    }

    /** Takes a record of a topic, received at the start of the replay, and all that follows from it. */
    public void accept(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        Source<?, ?> source = sources.get(topic);
        if (source == null) {
            throw new IllegalArgumentException("the stream does not read " + topic);
        }
        origin = source.next();
        source.take(key, value, start.toEpochMilli());
        origin = null;
        carryOn();
        if (++records % RECORDS_PER_WRITE == 0) {
            writeChanges();
        }
    }

    /** Lets the clock go on, and everybody who waits for a time have it once. */
    public void passTime(Duration time) {
        clock = clock.plus(time);
        for (Timer timer : timers) {
            if (!timer.due.isAfter(clock)) {
                timer.due = clock.plus(timer.interval);
                timer.callback.punctuate(clockMillis());
            }
        }
        carryOn();
    }

    private void carryOn() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }

    private void writeChanges() {
        buffered.forEach(BufferedStore::write);
    }

    /** What was written to a topic since the last call. */
    public List<byte[]> drain(String topic) {
        List<byte[]> values = written.remove(topic);
        return values == null ? List.of() : values;
    }

    /** The state it has come to. */
    public StateView state() {
        writeChanges();
        return new StateView(new StateView.Source() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                return (ReadOnlyKeyValueStore<K, V>) Objects.requireNonNull(readable.get(name), name);
            }
        });
    }

    /** Ends it. */
    public void close() {
        processors.forEach(Processor::close);
    }

    <K, V, KOut, VOut> void start(Processor<K, V, KOut, VOut> processor, ProcessorContext<KOut, VOut> context) {
        processors.add(processor);
        starts.add(() -> processor.init(context));
    }

    StateStore storeOf(String name, Set<String> connected) {
        StateStore store = stores.get(name);
        if (store == null || !connected.contains(name) && !globals.contains(name)) {
            throw new IllegalArgumentException(name + " is not connected");
        }
        return store;
    }

    Optional<RecordMetadata> origin() {
        return Optional.ofNullable(origin);
    }

    long clockMillis() {
        return clock.toEpochMilli();
    }

    Cancellable schedule(Duration interval, Punctuator callback) {
        Timer timer = new Timer(interval, callback, clock.plus(interval));
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    void later(Runnable next) {
        later.add(next);
    }

    void written(String topic, byte[] value) {
        written.computeIfAbsent(topic, name -> new ArrayList<>()).add(value);
    }

    void keep(StateStore store) {
        stores.put(store.name(), store);
    }

    void keep(BufferedStore<?> store) {
        keep((StateStore) store);
        buffered.add(store);
        show(store.name(), store);
    }

    void keepForAll(HeldEntries<?, ?> store) {
        keep(store);
        globals.add(store.name());
        show(store.name(), store);
    }

    /** What others than the steps see of a store. */
    void show(String name, ReadOnlyKeyValueStore<?, ?> store) {
        readable.put(name, store);
    }

    <K, V> ReplayFlow<K, V> read(Topic<K, V> topic) {
        ReplayFlow<K, V> first = new ReplayFlow<>(this);
        sources.put(topic.name(), new Source<>(topic, first));
        return first;
    }
}
