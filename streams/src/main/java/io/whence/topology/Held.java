/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A key that a buffer holds, and its value.
 *
 * @param <V> what is stored
 */
final class Held<V> extends RecentlyUsed.Item {
    final Bytes key;

    /** Null when there is none. */
    @Nullable V value;

    /** What is accounted for it. */
    long bytes;

    /** Whether it is still to be written. */
    boolean changed;

    Held(Bytes key, @Nullable V value) {
        this.key = key;
        this.value = value;
    }
}
