/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Walks over a map as over a store. */
final class MapIterator<K, V> implements KeyValueIterator<K, V> {

    private final Iterator<Map.Entry<K, V>> entries;

    MapIterator(NavigableMap<K, V> entries) {
        this.entries = entries.entrySet().iterator();
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
        throw new UnsupportedOperationException("nobody peeks");
    }

    @Override
    public void close() {}
}
