/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Entries of a replay in the order of their keys; who walks over them may change them meanwhile. */
final class HeldEntries<K extends Comparable<K>, V> extends HeldStore implements KeyValueStore<K, V> {

    private final NavigableMap<K, V> entries = new ConcurrentSkipListMap<>();

    HeldEntries(String name) {
        super(name);
    }

    @Override
    public @Nullable V get(K key) {
        return entries.get(key);
    }

    @Override
    public void put(K key, @Nullable V value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<K, V>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(K key) {
        return entries.remove(key);
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return new Walk<>(entries.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return new Walk<>(entries);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    private record Walk<K, V>(Iterator<Map.Entry<K, V>> entries) implements KeyValueIterator<K, V> {

        Walk(NavigableMap<K, V> part) {
            this(part.entrySet().iterator());
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<K, V> next() {
            Map.Entry<K, V> entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public K peekNextKey() {
            throw HeldStore.notAsked();
        }

        @Override
        public void close() {}
    }
}
