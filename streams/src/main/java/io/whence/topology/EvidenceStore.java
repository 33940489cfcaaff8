/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.EvidenceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The facts of the days of all organizations of a task. */
final class EvidenceStore {

    private final Buffer<EvidenceDay> store;

    EvidenceStore(Buffer<EvidenceDay> store) {
        this.store = store;
    }

    /** The facts of a day, empty when there are none yet. */
    EvidenceDay get(Bytes key) {
        EvidenceDay known = store.get(key);
        return known == null ? new EvidenceDay() : known;
    }

    void put(Bytes key, EvidenceDay day) {
        store.put(key, day);
    }

    static NavigableMap<LocalDate, EvidenceDay> between(
            ReadOnlyKeyValueStore<Bytes, EvidenceDay> store, String organizationId, LocalDate first, LocalDate last) {
        NavigableMap<LocalDate, EvidenceDay> days = new TreeMap<>();
        try (KeyValueIterator<Bytes, EvidenceDay> found =
                store.range(StoreKey.from(organizationId, first), StoreKey.from(organizationId, last))) {
            while (found.hasNext()) {
                KeyValue<Bytes, EvidenceDay> entry = found.next();
                days.put(StoreKey.toDay(entry.key), entry.value);
            }
        }
        return days;
    }

    /** Deletes what is from before a day. */
    void deleteBefore(String organizationId, LocalDate day) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, EvidenceDay> found =
                store.range(StoreKey.from(organizationId), StoreKey.from(organizationId, day.minusDays(1)))) {
            found.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }
}
