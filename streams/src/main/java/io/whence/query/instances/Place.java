/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.topology.StoreForm;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Where copies of partitions are: here, or at another instance. */
interface Place {

    /**
     * Reads the first entries that are asked for, at most {@link Slice#MAX_ENTRIES}.
     *
     * @throws InvalidStateStoreException when there is no copy that can be read now
     */
    <K, V> Slice<K, V> read(StoreForm<K, V> form, SliceRequest asked);
}
