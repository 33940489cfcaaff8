/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The events of one log in the order of their times, as far as looking a few lines ahead can put them so.
 *
 * <p>Servers log a request when it ends but some write the time it began; and a single line with a time far ahead must
 * not hold back those after it.
 */
final class LookAhead {
    /** Requests that end within the time of so many others come out in order. */
    static final int EVENTS = 256;

    private static final Comparator<LoggedEvent> BY_TIME = Comparator.comparing(
                    (LoggedEvent logged) -> logged.event().timestamp())
            .thenComparingLong(LoggedEvent::sequence);

    private final LogCursor cursor;
    private final PriorityQueue<LoggedEvent> waiting = new PriorityQueue<>(BY_TIME);
    private boolean ended;

    LookAhead(LogCursor cursor) {
        this.cursor = cursor;
    }

    /** The event that comes next, left where it is; null at the end. */
    @Nullable LoggedEvent peek() throws IOException {
        while (!ended && waiting.size() < EVENTS) {
            var event = cursor.next();
            ended = event == null;
            if (event != null) {
                waiting.add(event);
            }
        }
        return waiting.peek();
    }

    /** Takes the event that {@link #peek()} showed. */
    void take() {
        waiting.poll();
    }
}
