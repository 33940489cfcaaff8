/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Tally;
import io.whence.domain.tally.TallyKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The tallies of all organizations of a task, by organization and day. */
final class TallyStore {

    private final Buffer<Tally> store;

    TallyStore(Buffer<Tally> store) {
        this.store = store;
    }

    /** The tallies of an organization from a day to another, both inclusive, in the order of days. */
    List<DayTally> between(String organizationId, LocalDate first, LocalDate last) {
        return between(store, organizationId, first, last);
    }

    static List<DayTally> between(
            ReadOnlyKeyValueStore<Bytes, Tally> store, String organizationId, LocalDate first, LocalDate last) {
        List<DayTally> tallies = new ArrayList<>();
        try (KeyValueIterator<Bytes, Tally> found =
                store.range(StoreKey.from(organizationId, first), StoreKey.from(organizationId, last.plusDays(1)))) {
            while (found.hasNext()) {
                KeyValue<Bytes, Tally> entry = found.next();
                TallyKey key = StoreKey.toTally(entry.key);
                tallies.add(new DayTally(key.day(), key.provenance(), entry.value));
            }
        }
        return tallies;
    }

    /** Deletes the tallies of an organization from before a day. */
    void deleteBefore(String organizationId, LocalDate day) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, Tally> found =
                store.range(StoreKey.from(organizationId), StoreKey.from(organizationId, day))) {
            found.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }
}
