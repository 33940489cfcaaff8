/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;
import io.whence.ingest.format.LogLine;

/** An access event and the line it was read from. */
public final class LoggedEvent {
    private final AccessEvent event;
    private final int log;
    private final LogLine line;
    private final long sequence;
    private final LogMark mark;

    LoggedEvent(AccessEvent event, int log, LogLine line, long sequence, LogMark mark) {
        this.event = event;
        this.log = log;
        this.line = line;
        this.sequence = sequence;
        this.mark = mark;
    }

    /** The event. */
    public AccessEvent event() {
        return event;
    }

    /** Which log, from 0 in the order they were given. */
    public int log() {
        return log;
    }

    /** The line. */
    public LogLine line() {
        return line;
    }

    /** Number among the events of its log in the order of its lines, from 0. */
    long sequence() {
        return sequence;
    }

    /** The place after the line, as far as the log is finished there. */
    LogMark mark() {
        return mark;
    }
}
