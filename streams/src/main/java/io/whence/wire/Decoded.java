/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import org.jspecify.annotations.Nullable;

/**
 * What became of the bytes of one record: a value, or the reason why there will never be one.
 *
 * @param <T> what was to be read
 */
public sealed interface Decoded<T> {

    /**
     * A record that could be read.
     *
     * @param value what it says
     */
    record Value<T>(T value) implements Decoded<T> {}

    /**
     * A record that cannot be read, now or later.
     *
     * @param reason stable code
     * @param field the field at fault in snake case, or null when it is none or cannot be told
     * @param message what went wrong in words; never the value itself, which may be personal
     */
    record Undecodable<T>(
            UndecodableReason reason, @Nullable String field, String message) implements Decoded<T> {}
}
