/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

/** What a number of a log counts: time since 1970 or a round trip. */
enum Unit {
    /** Told by the size of the number for times since 1970; milliseconds for round trips. */
    AUTO(0),
    S(1_000_000_000L),
    MS(1_000_000L),
    US(1_000L),
    NS(1L);

    private final long nanos;

    Unit(long nanos) {
        this.nanos = nanos;
    }

    /** How many nanoseconds one of it is; {@link #AUTO} has none. */
    long nanos() {
        return nanos;
    }

    /** The unit in which a time since 1970 of that size lies between 1973 and 5138. */
    static Unit ofEpoch(long number) {
        if (number < 100_000_000_000L) {
            return S;
        }
        if (number < 100_000_000_000_000L) {
            return MS;
        }
        return number < 100_000_000_000_000_000L ? US : NS;
    }
}
