/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * What a step of a replay sees of it: as much of Kafka's context as our steps ask for.
 *
 * @param replay what it is a step of
 * @param stores names of the stores it is connected to
 * @param next takes what it hands on
 */
record ReplayContext<K, V>(Replay replay, Set<String> stores, Consumer<Record<K, V>> next)
        implements ProcessorContext<K, V> {

    @Override
    @SuppressWarnings("unchecked")
    public <KOut extends K, VOut extends V> void forward(Record<KOut, VOut> record) {
        next.accept((Record<K, V>) record);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Kafka's signature
    public <S extends StateStore> S getStateStore(String name) {
        return (S) replay.storeOf(name, stores);
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return replay.origin();
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        if (type != PunctuationType.WALL_CLOCK_TIME) {
            throw HeldStore.notAsked();
        }
        return replay.schedule(interval, callback);
    }

    @Override
    public long currentSystemTimeMs() {
        return replay.clockMillis();
    }

    /** Everything is at hand at once: there is nobody who waits for a commit. */
    @Override
    public void commit() {}

    @Override
    public <KOut extends K, VOut extends V> void forward(Record<KOut, VOut> record, String childName) {
        throw HeldStore.notAsked();
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        throw HeldStore.notAsked();
    }

    @Override
    public String applicationId() {
        throw HeldStore.notAsked();
    }

    @Override
    public TaskId taskId() {
        throw HeldStore.notAsked();
    }

    @Override
    public Serde<?> keySerde() {
        throw HeldStore.notAsked();
    }

    @Override
    public Serde<?> valueSerde() {
        throw HeldStore.notAsked();
    }

    @Override
    public File stateDir() {
        throw HeldStore.notAsked();
    }

    @Override
    public StreamsMetrics metrics() {
        throw HeldStore.notAsked();
    }

    @Override
    public Map<String, Object> appConfigs() {
        throw HeldStore.notAsked();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        throw HeldStore.notAsked();
    }

    @Override
    public long currentStreamTimeMs() {
        throw HeldStore.notAsked();
    }
}
