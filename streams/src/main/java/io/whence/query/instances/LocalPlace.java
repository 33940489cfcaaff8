/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.Copy;
import io.whence.topology.OpenExposures;
import io.whence.topology.OpenTotals;
import io.whence.topology.StoreForm;
import io.whence.topology.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The copies of this instance.
 *
 * @param streams the running stream
 * @param watch tells how far a copy that only follows is behind
 * @param maxStaleness a copy that may be older is not read
 */
record LocalPlace(KafkaStreams streams, LagWatch watch, Duration maxStaleness) implements Place {

    /** What is no store, and is read from tallies. */
    private static final Set<String> OPEN = Set.of(Stores.OPEN_TOTALS, Stores.OPEN_EXPOSURES);

    /** A store of which every instance has all. */
    <K, V> ReadOnlyKeyValueStore<K, V> whole(String store) {
        return open(LocalPlace.<K, V>named(store).enableStaleStores());
    }

    /** All that is counted here; it cannot be read while a task of this instance is being restored. */
    <K, V> ReadOnlyKeyValueStore<K, V> active(String store) {
        return open(named(store));
    }

    @Override
    public <K, V> Slice<K, V> read(StoreForm<K, V> form, SliceRequest asked) {
        try {
            return readActive(form, asked);
        } catch (InvalidStateStoreException noneIsActiveHere) {
            return readStandby(form, asked);
        }
    }

    /** Reads the copy that events are counted in; a restored one is not, before it has caught up. */
    private <K, V> Slice<K, V> readActive(StoreForm<K, V> form, SliceRequest asked) {
        return slice(this.<K, V>part(asked, false), form, asked, Copy.active(asked.partition()));
    }

    private <K, V> Slice<K, V> readStandby(StoreForm<K, V> form, SliceRequest asked) {
        Lag lag = watch.of(readFrom(asked.store()), asked.partition())
                .filter(behind -> behind.millis() <= maxStaleness.toMillis())
                .orElseThrow(() -> new InvalidStateStoreException("the copy here is too old, or being restored"));
        Copy copy = new Copy(asked.partition(), false, lag.records(), lag.millis());
        return slice(this.<K, V>part(asked, true), form, asked, copy);
    }

    private static String readFrom(String store) {
        return OPEN.contains(store) ? Stores.TALLIES : store;
    }

    @SuppressWarnings("unchecked") // whoever names a store knows what is in it
    private <K, V> ReadOnlyKeyValueStore<K, V> part(SliceRequest asked, boolean stale) {
        int partition = asked.partition();
        return switch (asked.store()) {
            case Stores.OPEN_TOTALS ->
                (ReadOnlyKeyValueStore<K, V>) new OpenTotals(
                        part(Stores.CLOCKS, partition, stale),
                        part(Stores.TALLIES, partition, stale),
                        whole(Stores.POLICIES));
            case Stores.OPEN_EXPOSURES ->
                (ReadOnlyKeyValueStore<K, V>) new OpenExposures(
                        part(Stores.CLOCKS, partition, stale), part(Stores.TALLIES, partition, stale));
            default -> part(asked.store(), partition, stale);
        };
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> part(String store, int partition, boolean stale) {
        StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> wanted =
                LocalPlace.<K, V>named(store).withPartition(partition);
        return open(stale ? wanted.enableStaleStores() : wanted);
    }

    private static <K, V> StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> named(String store) {
        return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore());
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> open(StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> wanted) {
        try {
            return streams.store(wanted);
        } catch (IllegalStateException stopping) { // what Kafka Streams says while it stops or after it failed
            throw new InvalidStateStoreException(stopping);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's own ranges are open where a bound is null
    private static <K, V> Slice<K, V> slice(
            ReadOnlyKeyValueStore<K, V> store, StoreForm<K, V> form, SliceRequest asked, Copy copy) {
        if (asked.from() != null && asked.from().equals(asked.to())) {
            return new Slice<>(one(store, key(form, asked.from())), false, copy);
        }
        List<KeyValue<K, V>> entries = new ArrayList<>();
        try (KeyValueIterator<K, V> range = store.range(key(form, asked.from()), key(form, asked.to()))) {
            while (range.hasNext() && entries.size() < Slice.MAX_ENTRIES) {
                entries.add(range.next());
            }
            return new Slice<>(entries, range.hasNext(), copy);
        }
    }

    private static <K, V> List<KeyValue<K, V>> one(ReadOnlyKeyValueStore<K, V> store, K key) {
        V value = store.get(key);
        return value == null ? List.of() : List.of(KeyValue.pair(key, value));
    }

    /** The key of a bound; null, as for the store itself, where there is none. */
    private static <K, V> @Nullable K key(StoreForm<K, V> form, @Nullable String bound) {
        byte[] bytes = SliceRequest.bytes(bound);
        return bytes == null ? null : form.toKey(bytes);
    }
}
