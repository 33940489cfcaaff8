/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * How far one log has arrived at the broker: up to the last event before which none is missing, in whatever order they
 * were sent and confirmed. Safe to use from the producer's thread.
 */
final class Arrivals {
    private final Map<Long, LogMark> ahead = new HashMap<>();
    private long next;
    private LogMark reached;

    Arrivals(LogMark from) {
        this.reached = from;
    }

    /** An event is dealt with for good. */
    synchronized void arrived(long sequence, LogMark mark) {
        ahead.put(sequence, mark);
        for (var found = ahead.remove(next); found != null; found = ahead.remove(next)) {
            reached = found;
            next++;
        }
    }

    /** The place up to which everything is dealt with. */
    synchronized LogMark reached() {
        return reached;
    }

    /** Whether that many events have been dealt with. */
    synchronized boolean isComplete(long events) {
        return next == events;
    }
}
