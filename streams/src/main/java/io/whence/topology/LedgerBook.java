/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.Ledger;

/** The ledgers of the partitions a task reads. */
final class LedgerBook {

    private final Buffer<Ledger> store;

    LedgerBook(Buffer<Ledger> store) {
        this.store = store;
    }

    void consume(int partition) {
        put(partition, ledger(partition).consume());
    }

    void enter(int partition, Ledger.Entry entry) {
        put(partition, ledger(partition).enter(entry));
    }

    void enterUnprovenForwarding(int partition) {
        put(partition, ledger(partition).enterUnprovenForwarding());
    }

    private Ledger ledger(int partition) {
        Ledger ledger = store.get(StoreKey.ofPartition(partition));
        return ledger == null ? Ledger.EMPTY : ledger;
    }

    private void put(int partition, Ledger ledger) {
        store.put(StoreKey.ofPartition(partition), ledger);
    }
}
