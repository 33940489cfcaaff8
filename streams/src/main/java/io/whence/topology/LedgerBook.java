/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.Ledger;

/** The ledgers of the partitions a task reads. */
final class LedgerBook {

    private final Buffer<Ledger> store;
    private int partition = -1;
    private Place<Ledger> place;

    LedgerBook(Buffer<Ledger> store) {
        this.store = store;
        this.place = placeOf(partition);
    }

    void consume(int partition) {
        Place<Ledger> ledger = of(partition);
        ledger.put(known(ledger).consume());
    }

    void enter(int partition, Ledger.Entry entry) {
        Place<Ledger> ledger = of(partition);
        ledger.put(known(ledger).enter(entry));
    }

    void enterUnprovenForwarding(int partition) {
        Place<Ledger> ledger = of(partition);
        ledger.put(known(ledger).enterUnprovenForwarding());
    }

    private static Ledger known(Place<Ledger> place) {
        Ledger ledger = place.get();
        return ledger == null ? Ledger.EMPTY : ledger;
    }

    /** The last partition is likely to be asked for again. */
    private Place<Ledger> of(int asked) {
        if (asked != partition) {
            partition = asked;
            place = placeOf(asked);
        }
        return place;
    }

    private Place<Ledger> placeOf(int partition) {
        return new Place<>(store, StoreKey.ofPartition(partition));
    }
}
