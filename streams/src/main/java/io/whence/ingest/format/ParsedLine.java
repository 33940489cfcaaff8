/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import io.whence.domain.access.AccessEvent;

/** What one line turned out to be. */
public sealed interface ParsedLine permits ParsedLine.Event, ParsedLine.Nothing, Unreadable {
    /** An access event. */
    record Event(AccessEvent event) implements ParsedLine {}

    /** A line that is not about a request: empty, a comment, a header. */
    enum Nothing implements ParsedLine {
        INSTANCE
    }
}
