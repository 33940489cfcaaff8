/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.time.Duration;

/**
 * How an attempt ended.
 *
 * @param end what is certain
 * @param detail why, in a few words without addresses or secrets
 * @param pause how long the receiver asks to wait before the next attempt; zero when it does not
 */
public record Answer(End end, String detail, Duration pause) {

    /** What is certain after an attempt. */
    public enum End {
        /** The receiver has taken it. */
        TAKEN,
        /** The receiver has not taken it and may later. */
        NOT_NOW,
        /** The receiver has not taken it and never will. */
        NEVER,
        /** Nobody knows. */
        UNKNOWN
    }

    public static Answer taken(String detail) {
        return new Answer(End.TAKEN, detail, Duration.ZERO);
    }

    public static Answer notNow(String detail) {
        return new Answer(End.NOT_NOW, detail, Duration.ZERO);
    }

    public static Answer never(String detail) {
        return new Answer(End.NEVER, detail, Duration.ZERO);
    }

    public static Answer unknown(String detail) {
        return new Answer(End.UNKNOWN, detail, Duration.ZERO);
    }
}
