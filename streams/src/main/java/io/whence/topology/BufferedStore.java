/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A logged store with a buffer before it. Processors work on the buffer; everybody else, from any thread, reads what
 * was last written: the state as of the last commit, or a little newer.
 *
 * @param <V> what is stored
 */
final class BufferedStore<V> implements StateStore, ReadOnlyKeyValueStore<Bytes, V> {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Buffer<V> buffer;
    private final BufferMemory memory;

    BufferedStore(KeyValueStore<Bytes, byte[]> store, Serde<V> form, Stores.Keep keep, BufferMemory memory) {
        this.store = store;
        this.memory = memory;
        this.buffer = new Buffer<>(store, form, keep, memory);
    }

    /** The buffer, empty: a task that was a standby may have received other values since. */
    Buffer<V> buffer() {
        buffer.drop();
        return buffer;
    }

    /** Opens it without a task, for whoever says when to {@link #write}. */
    void open() {
        memory.open();
    }

    /** Writes what changed to the store below. */
    void write() {
        buffer.write();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        memory.open();
        store.init(context, root);
        buffer.signal().init(context);
    }

    /** Gives up what the last commit did not hold; the signal, which is closed after this, finds nothing to write. */
    @Override
    public void close() {
        buffer.drop();
        memory.close();
        store.close();
    }

    @Override
    public @Nullable V get(Bytes key) {
        return buffer.read(key);
    }

    @Override
    public KeyValueIterator<Bytes, V> range(Bytes from, Bytes to) {
        return buffer.readRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, V> all() {
        return buffer.readAll();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        store.commit(changelogOffsets);
    }

    @Override
    @SuppressWarnings("deprecation") // Kafka Streams asks until every store does
    public boolean managesOffsets() {
        return store.managesOffsets();
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return store.committedOffset(partition);
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public Position getPosition() {
        return store.getPosition();
    }
}
