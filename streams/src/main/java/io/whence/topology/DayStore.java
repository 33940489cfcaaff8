/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What is kept by organization and day. */
final class DayStore {

    private DayStore() {}

    /** What is known of the days between two, both inclusive. */
    static <V> NavigableMap<LocalDate, V> between(
            ReadOnlyKeyValueStore<Bytes, V> store, String organizationId, LocalDate first, LocalDate last) {
        NavigableMap<LocalDate, V> days = new TreeMap<>();
        try (KeyValueIterator<Bytes, V> found =
                store.range(StoreKey.from(organizationId, first), StoreKey.from(organizationId, last))) {
            while (found.hasNext()) {
                KeyValue<Bytes, V> entry = found.next();
                days.put(StoreKey.toDay(entry.key), entry.value);
            }
        }
        return days;
    }

    /** Deletes what is from before a day. */
    static <V> void deleteBefore(Buffer<V> store, String organizationId, LocalDate day) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> found =
                store.range(StoreKey.from(organizationId), StoreKey.from(organizationId, day.minusDays(1)))) {
            found.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }
}
