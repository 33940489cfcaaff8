/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** Where the stream is laid out: on Kafka Streams, or on a {@link Replay}. Stores come first. */
interface Layout {

    /** A store of processors. */
    void store(BufferedStoreBuilder<?> store);

    /** A store of processors that forgets by itself. */
    <K, V> void windows(StoreBuilder<WindowStore<K, V>> store);

    /** A store that a topic is kept in as a whole, on every instance. */
    <V> void global(
            StoreBuilder<KeyValueStore<String, V>> store,
            Topic<String, V> topic,
            ProcessorSupplier<String, V, Void, Void> keeper);

    /** A topic whose latest value of each key is in the store of this name. */
    <V> void table(Topic<String, V> topic, String store);

    /** The records of a topic. */
    <K, V> Flow<K, V> read(Topic<K, V> topic);
}
