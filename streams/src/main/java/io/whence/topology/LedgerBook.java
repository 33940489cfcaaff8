/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.Ledger;
import org.apache.kafka.common.utils.Bytes;

/** The ledgers of the partitions a task reads. */
final class LedgerBook {

    private final Buffer<Ledger> store;
    private int partition = -1;
    private Bytes key = StoreKey.ofPartition(partition);

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
        Ledger ledger = store.get(keyOf(partition));
        return ledger == null ? Ledger.EMPTY : ledger;
    }

    private void put(int partition, Ledger ledger) {
        store.put(keyOf(partition), ledger);
    }

    /** The key of the last partition is likely to be asked for again. */
    private Bytes keyOf(int asked) {
        if (asked != partition) {
            partition = asked;
            key = StoreKey.ofPartition(asked);
        }
        return key;
    }
}
