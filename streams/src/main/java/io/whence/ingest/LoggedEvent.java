/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;

/** An access event and the line it was read from. */
public final class LoggedEvent {
    private final AccessEvent event;
    private final int log;
    private final long sequence;
    private final LogMark mark;

    LoggedEvent(AccessEvent event, int log, long sequence, LogMark mark) {
        this.event = event;
        this.log = log;
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

    /** Line number within its log, from 1. */
    public long line() {
        return mark.line();
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
