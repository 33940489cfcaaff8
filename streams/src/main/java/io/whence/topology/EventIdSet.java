/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

/**
 * Hashes of event ids, without an object for each: 16 bytes at a half to a quarter of the slots taken. The hash of all
 * zeros stands for an empty slot and cannot be held.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
final class EventIdSet {

    private static final int FIRST_SLOTS = 8;

    /** High and low bits in turns, linear probing; a power of two of slots. */
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int size;

    boolean contains(EventId id) {
        int at = find(id.high(), id.low());
        return !isEmpty(at);
    }

    /** Adds a hash; nothing happens when it is there. */
    void add(EventId id) {
        int at = find(id.high(), id.low());
        if (!isEmpty(at)) {
            return;
        }
        slots[at] = id.high();
        slots[at + 1] = id.low();
        size++;
        if (4 * size > slots.length) {
            grow();
        }
    }

    /** The place of a hash, or the empty one where it belongs. */
    private int find(long high, long low) {
        int mask = slots.length - 1;
        int at = (int) (low << 1) & mask;
        while (!isEmpty(at) && (slots[at] != high || slots[at + 1] != low)) {
            at = at + 2 & mask;
        }
        return at;
    }

    private boolean isEmpty(int at) {
        return (slots[at] | slots[at + 1]) == 0;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (int from = 0; from < before.length; from += 2) {
            if ((before[from] | before[from + 1]) != 0) {
                int to = find(before[from], before[from + 1]);
                slots[to] = before[from];
                slots[to + 1] = before[from + 1];
            }
        }
    }

    int size() {
        return size;
    }

    /** Bytes on the heap. */
    long bytes() {
        return (long) slots.length * Long.BYTES;
    }
}
