/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Walks over a map as over a store. */
final class MapIterator<K, V> implements KeyValueIterator<K, V> {

    private final Iterator<Map.Entry<K, V>> entries;
    private Map.@Nullable Entry<K, V> ahead;

    MapIterator(NavigableMap<K, V> entries) {
        this.entries = entries.entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
        return ahead != null || entries.hasNext();
    }

    @Override
    public KeyValue<K, V> next() {
        Map.Entry<K, V> entry = lookAhead();
        ahead = null;
        return KeyValue.pair(entry.getKey(), entry.getValue());
    }

    @Override
    public K peekNextKey() {
        return lookAhead().getKey();
    }

    private Map.Entry<K, V> lookAhead() {
        Map.Entry<K, V> entry = ahead == null ? entries.next() : ahead;
        ahead = entry;
        return entry;
    }

    @Override
    public void close() {}
}
