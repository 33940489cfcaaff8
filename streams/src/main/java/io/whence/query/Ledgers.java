/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.tally.Ledger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the records of the input went.
 *
 * @param partitions by partition of the input
 */
public record Ledgers(SortedMap<Integer, Ledger> partitions) {

    public Ledgers {
        partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }

    static Ledgers of(Map<Integer, Ledger> partitions) {
        return new Ledgers(new TreeMap<>(partitions));
    }

    /** All partitions together. */
    public Ledger total() {
        return partitions.values().stream().reduce(Ledger.EMPTY, Ledgers::sum);
    }

    private static Ledger sum(Ledger one, Ledger other) {
        return new Ledger(
                one.consumed() + other.consumed(),
                one.tallied() + other.tallied(),
                one.duplicate() + other.duplicate(),
                one.late() + other.late(),
                one.filtered() + other.filtered(),
                one.deadLettered() + other.deadLettered(),
                one.unprovenForwarding() + other.unprovenForwarding());
    }
}
