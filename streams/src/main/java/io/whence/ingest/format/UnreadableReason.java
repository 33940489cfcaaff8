/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.Locale;

/** Why a line could not become an access event; the codes are stable, for scripts to count. */
public enum UnreadableReason {
    /** The line is longer than 1 MiB. */
    LINE_TOO_LONG,
    /** A field is longer than anything a gateway lets through, see {@link io.whence.domain.access.AccessRules}. */
    FIELD_TOO_LONG,
    /** The line has another shape than its format says. */
    NOT_THE_FORMAT,
    /** A quoted field has no end: the line was cut when it was written. */
    UNTERMINATED,
    /** The line is about a connection that never asked for anything: {@code "-"}, TLS bytes on a plain port. */
    NO_REQUEST,
    /** A field an access event cannot do without is not there. */
    MISSING_FIELD,
    /** The organization is not where {@code --organization} says. */
    MISSING_ORGANIZATION,
    /** A time that is none, or that names no time zone. */
    BAD_TIMESTAMP,
    /** A value that does not fit its field. */
    BAD_VALUE,
    /** The event was read, but the broker does not take records of its size. */
    EVENT_TOO_LARGE;

    /** The code as reports spell it, such as {@code bad-timestamp}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
