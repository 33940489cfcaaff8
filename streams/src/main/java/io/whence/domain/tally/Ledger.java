/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

/**
 * Where the records of one input partition went. The ledger law: every record consumed is in exactly one of the next
 * five counts, so {@link #imbalance()} is zero.
 *
 * @param consumed records taken from the partition
 * @param tallied counted once
 * @param duplicate an event id the organization had used before
 * @param late of a day that was closed
 * @param filtered excluded by the operator's configuration
 * @param deadLettered unreadable or refused, and sent to the dead letters
 * @param unprovenForwarding of the tallied, those with a forwarding header that nobody trusted vouches for, in whole or
 *     in part: a company's own proxy, or a forgery
 */
public record Ledger(
        long consumed,
        long tallied,
        long duplicate,
        long late,
        long filtered,
        long deadLettered,
        long unprovenForwarding) {

    /** Nothing consumed yet. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0, 0);

    /** What became of a record. */
    public enum Entry {
        TALLIED,
        DUPLICATE,
        LATE,
        FILTERED,
        DEAD_LETTERED
    }

    /** The ledger with one more record taken in. */
    public Ledger consume() {
        return new Ledger(consumed + 1, tallied, duplicate, late, filtered, deadLettered, unprovenForwarding);
    }

    /** The ledger with what became of one record. */
    public Ledger enter(Entry entry) {
        return new Ledger(
                consumed,
                tallied + (entry == Entry.TALLIED ? 1 : 0),
                duplicate + (entry == Entry.DUPLICATE ? 1 : 0),
                late + (entry == Entry.LATE ? 1 : 0),
                filtered + (entry == Entry.FILTERED ? 1 : 0),
                deadLettered + (entry == Entry.DEAD_LETTERED ? 1 : 0),
                unprovenForwarding);
    }

    /** The ledger with one more tallied record whose forwarding header nobody trusted vouches for. */
    public Ledger enterUnprovenForwarding() {
        return new Ledger(consumed, tallied, duplicate, late, filtered, deadLettered, unprovenForwarding + 1);
    }

    /** Records unaccounted for; anything but zero is a defect. */
    public long imbalance() {
        return consumed - tallied - duplicate - late - filtered - deadLettered;
    }
}
