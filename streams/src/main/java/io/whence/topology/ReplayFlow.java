/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Hands each record straight to the next steps, in the order in which they were laid out. */
final class ReplayFlow<K, V> implements Flow<K, V> {

    private final Replay replay;
    private final List<Consumer<Record<K, V>>> next = new ArrayList<>();

    ReplayFlow(Replay replay) {
        this.replay = replay;
    }

    /** Lays out another step. */
    void next(Consumer<Record<K, V>> step) {
        next.add(step);
    }

    void take(Record<K, V> record) {
        for (Consumer<Record<K, V>> step : next) {
            step.accept(record);
        }
    }

    @Override
    public <KOut, VOut> Flow<KOut, VOut> process(
            ProcessorSupplier<K, V, KOut, VOut> step, Named name, String... stores) {
        ReplayFlow<KOut, VOut> after = new ReplayFlow<>(replay);
        Processor<K, V, KOut, VOut> processor = step.get();
        replay.start(processor, new ReplayContext<>(replay, Set.of(stores), after::take));
        next.add(processor::process);
        return after;
    }

    @Override
    public <VOut> Flow<K, VOut> mapValues(ValueMapper<V, VOut> change, Named name) {
        ReplayFlow<K, VOut> after = new ReplayFlow<>(replay);
        next.add(record -> after.take(record.withValue(change.apply(record.value()))));
        return after;
    }

    @Override
    public <VOut> Flow<K, VOut> flatMapValues(ValueMapper<V, ? extends Iterable<VOut>> change, Named name) {
        ReplayFlow<K, VOut> after = new ReplayFlow<>(replay);
        next.add(record -> change.apply(record.value()).forEach(value -> after.take(record.withValue(value))));
        return after;
    }

    @Override
    public <KOut> Flow<KOut, V> selectKey(KeyValueMapper<K, V, KOut> change, Named name) {
        ReplayFlow<KOut, V> after = new ReplayFlow<>(replay);
        next.add(record -> after.take(record.withKey(change.apply(record.key(), record.value()))));
        return after;
    }

    /** What others receive are copies, and they receive them when what came in is done with. */
    @Override
    public Flow<K, V> repartition(Topic<K, V> internal) {
        ReplayFlow<K, V> after = new ReplayFlow<>(replay);
        next.add(record -> {
            K key = copy(internal.name(), internal.key(), record.key());
            V value = copy(internal.name(), internal.value(), record.value());
            replay.later(() -> after.take(record.withKey(key).withValue(value)));
        });
        return after;
    }

    private static <T> T copy(String topic, Serde<T> form, T said) {
        return form.deserializer().deserialize(topic, form.serializer().serialize(topic, said));
    }

    @Override
    public Flow<K, V> merge(Flow<K, V> others, Named name) {
        ReplayFlow<K, V> both = new ReplayFlow<>(replay);
        next.add(both::take);
        ((ReplayFlow<K, V>) others).next.add(both::take);
        return both;
    }

    @Override
    public void to(Topic<K, V> topic) {
        next.add(record ->
                replay.written(topic.name(), topic.value().serializer().serialize(topic.name(), record.value())));
    }
}
