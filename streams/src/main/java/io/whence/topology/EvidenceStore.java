/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.EvidenceDay;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

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

    /** Changes the facts of a day. */
    <R> R change(Bytes key, Function<EvidenceDay, R> how) {
        return store.change(key, EvidenceDay::new, how);
    }

    /** Deletes what is from before a day. */
    void deleteBefore(String organizationId, LocalDate day) {
        DayStore.deleteBefore(store, organizationId, day);
    }
}
