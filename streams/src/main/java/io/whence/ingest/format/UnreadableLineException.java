/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one line from deep inside it; {@link EventParser} turns it into a value. */
final class UnreadableLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final UnreadableReason reason;
    private final @Nullable String field;

    /** Without a stack trace: a log of another format throws one per line. */
    UnreadableLineException(UnreadableReason reason, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    UnreadableReason reason() {
        return reason;
    }

    @Nullable String field() {
        return field;
    }

    String detail() {
        var message = getMessage();
        return message == null ? reason.code() : message;
    }
}
