/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds stores with a buffer before them; always logged, and never cached by Kafka Streams, which would hold the same
 * once more as bytes.
 *
 * @param supplier makes the store below
 * @param form of values at rest
 * @param keep what stays in the buffer
 * @param memory of all buffers
 * @param <V> what is stored
 */
record BufferedStoreBuilder<V>(
        KeyValueBytesStoreSupplier supplier, Serde<V> form, io.whence.topology.Stores.Keep keep, BufferMemory memory)
        implements StoreBuilder<BufferedStore<V>> {

    @Override
    public BufferedStore<V> build() {
        return new BufferedStore<>(
                Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled()
                        .withLoggingEnabled(Map.of())
                        .build(),
                form,
                keep,
                memory);
    }

    /** The same without a task: below the buffer is a store that lives as long as whoever holds it. */
    BufferedStore<V> held() {
        BufferedStore<V> store = new BufferedStore<>(new HeldEntries<>(name()), form, keep, memory);
        store.open();
        return store;
    }

    @Override
    public StoreBuilder<BufferedStore<V>> withCachingEnabled() {
        throw new UnsupportedOperationException("a buffered store needs no cache");
    }

    @Override
    public StoreBuilder<BufferedStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<BufferedStore<V>> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("a buffered store is always logged");
    }

    @Override
    public StoreBuilder<BufferedStore<V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("a buffered store is always logged");
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return supplier.name();
    }
}
