/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Values of a replay by key and time, forgotten as Kafka's own stores forget: by the latest time of anybody. */
final class HeldWindows<K, V> extends HeldStore implements WindowStore<K, V> {

    private final long keptMillis;
    private final NavigableMap<Long, Map<K, V>> windows = new TreeMap<>();
    private long latest = -1;

    HeldWindows(String name, Duration kept) {
        super(name);
        this.keptMillis = kept.toMillis();
    }

    @Override
    public void put(K key, V value, long time) {
        latest = Math.max(latest, time);
        windows.headMap(latest - keptMillis, true).clear();
        if (time > latest - keptMillis) {
            windows.computeIfAbsent(time, start -> new HashMap<>()).put(key, value);
        }
    }

    @Override
    public @Nullable V fetch(K key, long time) {
        return windows.getOrDefault(time, Map.of()).get(key);
    }

    @Override
    public WindowStoreIterator<V> fetch(K key, long first, long last) {
        return new Walk<>(windows.subMap(first, true, last, true).entrySet().stream()
                .filter(window -> window.getValue().containsKey(key))
                .map(window -> KeyValue.pair(window.getKey(), window.getValue().get(key)))
                .iterator());
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(K from, K to, long first, long last) {
        throw notAsked();
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> all() {
        throw notAsked();
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetchAll(long first, long last) {
        throw notAsked();
    }

    private record Walk<V>(Iterator<KeyValue<Long, V>> found) implements WindowStoreIterator<V> {

        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public KeyValue<Long, V> next() {
            return found.next();
        }

        @Override
        public Long peekNextKey() {
            throw HeldStore.notAsked();
        }

        @Override
        public void close() {}
    }
}
