/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.EvidenceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The facts of the days of all organizations of a task. The days last added to are held as objects, so that a request
 * need not read its whole day again; what is written goes to the store at once.
 */
final class EvidenceStore {

    private static final int HELD = 1024;

    private final KeyValueStore<Bytes, EvidenceDay> store;
    private final Map<Bytes, EvidenceDay> held = new LinkedHashMap<>(HELD, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, EvidenceDay> eldest) {
            return size() > HELD;
        }
    };

    EvidenceStore(KeyValueStore<Bytes, EvidenceDay> store) {
        this.store = store;
    }

    /** The facts of a day, empty when there are none yet. */
    EvidenceDay get(Bytes key) {
        EvidenceDay day = held.get(key);
        if (day == null) {
            EvidenceDay stored = store.get(key);
            day = stored == null ? new EvidenceDay() : stored;
            held.put(key, day);
        }
        return day;
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
        old.forEach(key -> {
            store.delete(key);
            held.remove(key);
        });
    }
}
