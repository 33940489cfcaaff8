/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A key of a buffer that is used often: as long as the buffer holds its entry, nothing is looked up. For the thread of
 * the task only.
 *
 * @param <V> what is stored
 */
final class Place<V> {

    private final Buffer<V> buffer;
    private final Bytes key;
    private @Nullable Held<V> found;

    Place(Buffer<V> buffer, Bytes key) {
        this.buffer = buffer;
        this.key = key;
    }

    private Held<V> entry() {
        Held<V> entry = found;
        if (entry == null || !entry.kept) {
            entry = buffer.find(key);
            found = entry;
        }
        entry.used = true;
        return entry;
    }

    /** The value; null when there is none. */
    @Nullable V get() {
        return entry().value;
    }

    /** Keeps a value, as {@link Buffer#put} does. */
    void put(V value) {
        buffer.put(entry(), value);
    }

    /** Changes the value in place, or a new one, as {@link Buffer#change} does. */
    <R> R change(Supplier<V> fresh, Function<V, R> how) {
        return buffer.change(entry(), fresh, how);
    }
}
