/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Lays the stream out on Kafka Streams.
 *
 * @param builder what it is laid out with
 */
record StreamLayout(StreamsBuilder builder) implements Layout {

    @Override
    public void store(BufferedStoreBuilder<?> store) {
        builder.addStateStore(store);
    }

    @Override
    public <K, V> void windows(StoreBuilder<WindowStore<K, V>> store) {
        builder.addStateStore(store);
    }

    @Override
    public <V> void global(
            StoreBuilder<KeyValueStore<String, V>> store,
            Topic<String, V> topic,
            ProcessorSupplier<String, V, Void, Void> keeper) {
        builder.addGlobalStore(store, topic.name(), topic.consumed(), keeper);
    }

    /** Not cached by Kafka Streams: its cache is there for the signals of commits alone. */
    @Override
    public <V> void table(Topic<String, V> topic, String store) {
        builder.table(
                topic.name(),
                topic.consumed(),
                Materialized.<String, V>as(org.apache.kafka.streams.state.Stores.persistentKeyValueStore(store))
                        .withCachingDisabled());
    }

    @Override
    public <K, V> Flow<K, V> read(Topic<K, V> topic) {
        return new StreamFlow<>(builder.stream(topic.name(), topic.consumed()));
    }

    private record StreamFlow<K, V>(KStream<K, V> stream) implements Flow<K, V> {

        @Override
        public <KOut, VOut> Flow<KOut, VOut> process(
                ProcessorSupplier<K, V, KOut, VOut> step, Named name, String... stores) {
            return new StreamFlow<>(stream.process(step, name, stores));
        }

        @Override
        public <VOut> Flow<K, VOut> mapValues(ValueMapper<V, VOut> change, Named name) {
            return new StreamFlow<>(stream.mapValues(change, name));
        }

        @Override
        public <VOut> Flow<K, VOut> flatMapValues(ValueMapper<V, ? extends Iterable<VOut>> change, Named name) {
            return new StreamFlow<>(stream.flatMapValues(change, name));
        }

        @Override
        public <KOut> Flow<KOut, V> selectKey(KeyValueMapper<K, V, KOut> change, Named name) {
            return new StreamFlow<>(stream.selectKey(change, name));
        }

        @Override
        public Flow<K, V> repartition(Topic<K, V> internal) {
            return new StreamFlow<>(stream.repartition(Repartitioned.<K, V>as(internal.name())
                    .withKeySerde(internal.key())
                    .withValueSerde(internal.value())));
        }

        @Override
        public Flow<K, V> merge(Flow<K, V> others, Named name) {
            return new StreamFlow<>(stream.merge(((StreamFlow<K, V>) others).stream(), name));
        }

        @Override
        public void to(Topic<K, V> topic) {
            stream.to(topic.name(), Produced.with(topic.key(), topic.value()).withName("write-" + topic.name()));
        }
    }
}
