/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.time.Duration;

/**
 * A copy of a partition of the state.
 *
 * @param partition the partition
 * @param active whether it is the one that events are counted in; others follow it
 * @param lagRecords how many changes it is behind, 0 or more
 * @param lagMillis at most how long ago it was as the other now is, or was read, in milliseconds
 */
public record Copy(int partition, boolean active, long lagRecords, long lagMillis) {

    /** The copy that events are counted in. */
    public static Copy active(int partition) {
        return new Copy(partition, true, 0, 0);
    }

    /** The same, read some time ago. */
    Copy aged(Duration age) {
        return new Copy(partition, active, lagRecords, lagMillis + Math.max(0, age.toMillis()));
    }

    /** What is true of both of two copies of the same partition. */
    Copy worst(Copy other) {
        return new Copy(
                partition,
                active && other.active,
                Math.max(lagRecords, other.lagRecords),
                Math.max(lagMillis, other.lagMillis));
    }
}
