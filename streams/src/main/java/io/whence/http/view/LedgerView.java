/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.tally.Ledger;
import io.whence.query.Ledgers;
import java.util.List;

/**
 * Where the records of the input went.
 *
 * @param total all partitions together
 * @param partitions each partition
 */
public record LedgerView(EntriesView total, List<PartitionView> partitions) {

    /**
     * The ledger of some records; consumed is the sum of the five that follow it.
     *
     * @param consumed records taken in
     * @param tallied counted once
     * @param duplicate an event id that was used before
     * @param late of a day that was closed
     * @param filtered excluded by configuration
     * @param deadLettered unreadable or refused
     * @param unprovenForwarding of the tallied, those with a forwarding header that nobody trusted vouches for
     * @param imbalance records unaccounted for; anything but zero is a defect
     */
    public record EntriesView(
            long consumed,
            long tallied,
            long duplicate,
            long late,
            long filtered,
            long deadLettered,
            long unprovenForwarding,
            long imbalance) {

        static EntriesView of(Ledger ledger) {
            return new EntriesView(
                    ledger.consumed(),
                    ledger.tallied(),
                    ledger.duplicate(),
                    ledger.late(),
                    ledger.filtered(),
                    ledger.deadLettered(),
                    ledger.unprovenForwarding(),
                    ledger.imbalance());
        }
    }

    /**
     * The ledger of one partition.
     *
     * @param partition of the access logs
     * @param entries its ledger
     */
    public record PartitionView(int partition, EntriesView entries) {}

    public static LedgerView of(Ledgers ledgers) {
        return new LedgerView(
                EntriesView.of(ledgers.total()),
                ledgers.partitions().entrySet().stream()
                        .map(entry -> new PartitionView(entry.getKey(), EntriesView.of(entry.getValue())))
                        .toList());
    }
}
