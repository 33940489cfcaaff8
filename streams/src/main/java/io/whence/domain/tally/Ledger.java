/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

/**
 * Where the records of one input partition went. The ledger law: every record consumed is in exactly one of the other
 * five counts, so {@link #imbalance()} is zero.
 *
 * @param consumed records taken from the partition
 * @param tallied counted once
 * @param duplicate an event id the organization had used before
 * @param late of a day that was closed
 * @param filtered excluded by the operator's configuration
 * @param deadLettered unreadable or refused, and sent to the dead letters
 */
public record Ledger(long consumed, long tallied, long duplicate, long late, long filtered, long deadLettered) {

    /** Nothing consumed yet. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0);

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
        return new Ledger(consumed + 1, tallied, duplicate, late, filtered, deadLettered);
    }

    /** The ledger with what became of one record. */
    public Ledger enter(Entry entry) {
        return new Ledger(
                consumed,
                tallied + (entry == Entry.TALLIED ? 1 : 0),
                duplicate + (entry == Entry.DUPLICATE ? 1 : 0),
                late + (entry == Entry.LATE ? 1 : 0),
                filtered + (entry == Entry.FILTERED ? 1 : 0),
                deadLettered + (entry == Entry.DEAD_LETTERED ? 1 : 0));
    }

    /** Records unaccounted for; anything but zero is a defect. */
    public long imbalance() {
        return consumed - tallied - duplicate - late - filtered - deadLettered;
    }
}
