/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Says when a task is about to commit, while what is written still belongs to that commit. A store's own {@code commit}
 * comes after the offsets are committed, which is too late: what it logged then would be lost with the next
 * transaction.
 *
 * <p>Kafka Streams writes what its cache holds before each commit. So one small entry is put into a cached store of no
 * changelog, and the store below the cache takes its arrival for the signal. The cache may also let go of the entry
 * earlier, when it needs room; then the signal comes early, which costs time but does no harm.
 */
final class CommitSignal {

    private static final Bytes KEY = Bytes.wrap(new byte[] {0});
    private static final byte[] RAISED = {};

    private final KeyValueStore<Bytes, byte[]> cached;

    /**
     * A signal of a store.
     *
     * @param store name of the store
     * @param beforeCommit what is to be done then, by the thread of the task
     */
    CommitSignal(String store, Runnable beforeCommit) {
        cached = Stores.keyValueStoreBuilder(
                        supplier(new Listener(store + "-commit-signal", beforeCommit)),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingDisabled()
                .build();
    }

    void init(StateStoreContext context) {
        cached.init(context, cached);
    }

    /** Asks to be told of the next commit. A store without a task is in no commit, and is not told. */
    void raise() {
        if (cached.isOpen()) {
            cached.put(KEY, RAISED);
        }
    }

    private static KeyValueBytesStoreSupplier supplier(Listener listener) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return listener.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return listener;
            }

            @Override
            public String metricsScope() {
                return "commit-signal";
            }
        };
    }

    /** The store below the cache: keeps nothing, and listens. */
    private static final class Listener implements KeyValueStore<Bytes, byte[]> {

        private final String name;
        private final Runnable beforeCommit;
        private boolean open;

        Listener(String name, Runnable beforeCommit) {
            this.name = name;
            this.beforeCommit = beforeCommit;
        }

        @Override
        public void put(Bytes key, byte[] value) {
            beforeCommit.run();
        }

        @Override
        public byte[] putIfAbsent(Bytes key, byte[] value) {
            throw notAsked();
        }

        @Override
        public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
            entries.forEach(entry -> put(entry.key, entry.value));
        }

        @Override
        public byte[] delete(Bytes key) {
            throw notAsked();
        }

        @Override
        public byte[] get(Bytes key) {
            throw notAsked();
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            throw notAsked();
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            throw notAsked();
        }

        /** The cache above answers reads itself, and hands down nothing but what is put. */
        private static UnsupportedOperationException notAsked() {
            return new UnsupportedOperationException("a commit signal keeps nothing");
        }

        @Override
        public long approximateNumEntries() {
            return 0;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            context.register(root, (key, value) -> {});
            open = true;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean persistent() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public Position getPosition() {
            return Position.emptyPosition();
        }
    }
}
