/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How far one partition of notices is delivered: up to the first record with a delivery that is still open. */
final class Progress {

    private final NavigableMap<Long, Integer> open = new TreeMap<>();
    private long next;

    Progress(long next) {
        this.next = next;
    }

    /** A record was read, with so many deliveries to be made. */
    void read(long offset, int deliveries) {
        next = offset + 1;
        if (deliveries > 0) {
            open.put(offset, deliveries);
        }
    }

    /** One of them has come to its end. */
    void ended(long offset) {
        open.computeIfPresent(offset, (at, left) -> left == 1 ? null : left - 1);
    }

    /** Where to go on after a restart. */
    long committable() {
        return open.isEmpty() ? next : open.firstKey();
    }
}
