/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.Copy;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/**
 * Some entries of a store.
 *
 * @param entries in the order of their keys
 * @param more whether there may be more after the last of them
 * @param copy what they were read from
 */
record Slice<K, V>(List<KeyValue<K, V>> entries, boolean more, Copy copy) {

    /** As much as one answer holds. */
    static final int MAX_ENTRIES = 2_000;

    Slice {
        entries = List.copyOf(entries);
    }
}
