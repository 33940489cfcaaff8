/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.Copy;
import io.whence.query.Reach;
import io.whence.topology.StoreForm;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a store, wherever it is. A walk through it goes on at another copy when the one it began at goes
 * away.
 *
 * @param place reads it
 * @param form what is in it
 * @param partition the partition
 * @param needed whether there is no answer without it; otherwise a walk through it is empty when no copy can be read,
 *     and that is noted
 */
record PartStore<K, V>(Place place, StoreForm<K, V> form, int partition, boolean needed)
        implements ReadOnlyKeyValueStore<K, V> {

    @Override
    public @Nullable V get(K key) {
        byte[] bytes = form.ofKey(key);
        List<KeyValue<K, V>> found = place.read(form, request(bytes, bytes)).entries();
        return found.isEmpty() ? null : found.get(0).value;
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return walk(request(form.ofKey(from), form.ofKey(to)));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return walk(request(null, null));
    }

    private KeyValueIterator<K, V> walk(SliceRequest asked) {
        try {
            return new Walk(asked, place.read(form, asked));
        } catch (InvalidStateStoreException unreadable) {
            if (needed) {
                throw unreadable;
            }
            Reach.miss(partition);
            return new Walk(asked, new Slice<>(List.of(), false, Copy.active(partition)));
        }
    }

    private SliceRequest request(byte @Nullable [] from, byte @Nullable [] to) {
        return SliceRequest.of(form.store(), partition, from, to);
    }

    @Override
    public long approximateNumEntries() {
        throw new UnsupportedOperationException("instances pass entries, and do not count them for each other");
    }

    private final class Walk implements KeyValueIterator<K, V> {

        private final SliceRequest asked;
        private Slice<K, V> slice;
        private int next;

        Walk(SliceRequest asked, Slice<K, V> first) {
            this.asked = asked;
            this.slice = first;
        }

        @Override
        public boolean hasNext() {
            if (next == slice.entries().size() && slice.more()) {
                K last = slice.entries().get(next - 1).key;
                slice = place.read(form, asked.from(form.after(last)));
                next = 0;
            }
            return next < slice.entries().size();
        }

        @Override
        public KeyValue<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return slice.entries().get(next++);
        }

        @Override
        public K peekNextKey() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return slice.entries().get(next).key;
        }

        @Override
        public void close() {
            // nothing is held open between two slices
        }
    }
}
