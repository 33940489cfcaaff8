/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Lays the stream out on a replay.
 *
 * @param replay what it is laid out on
 */
record ReplayLayout(Replay replay) implements Layout {

    @Override
    public void store(BufferedStoreBuilder<?> store) {
        replay.keep(store.held());
    }

    @Override
    public <K, V> void windows(StoreBuilder<WindowStore<K, V>> store) {
        replay.keep(new HeldWindows<K, V>(store.name(), Stores.EXITS_KEPT));
    }

    @Override
    public <V> void global(
            StoreBuilder<KeyValueStore<String, V>> store,
            Topic<String, V> topic,
            ProcessorSupplier<String, V, Void, Void> keeper) {
        replay.keepForAll(new HeldEntries<String, V>(store.name()));
        replay.read(topic).process(keeper, Named.as(store.name()));
    }

    @Override
    public <V> void table(Topic<String, V> topic, String store) {
        HeldEntries<String, ValueAndTimestamp<V>> latest = new HeldEntries<>(store);
        HeldEntries<String, V> values = new HeldEntries<>(store);
        replay.keep(latest);
        replay.show(store, values);
        replay.read(topic).next(said -> {
            latest.put(said.key(), ValueAndTimestamp.make(said.value(), said.timestamp()));
            values.put(said.key(), said.value());
        });
    }

    @Override
    public <K, V> Flow<K, V> read(Topic<K, V> topic) {
        return replay.read(topic);
    }
}
