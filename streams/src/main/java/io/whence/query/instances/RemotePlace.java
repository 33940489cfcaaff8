/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.topology.StoreForm;
import java.io.IOException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The copies of another instance.
 *
 * @param host where its API is
 * @param calls asks it
 */
record RemotePlace(HostInfo host, InstanceCalls calls) implements Place {

    @Override
    public <K, V> Slice<K, V> read(StoreForm<K, V> form, SliceRequest asked) {
        try {
            return SliceCodec.read(form, calls.get(host, InstanceRows.PATH + "?" + asked.query()));
        } catch (IOException unanswered) {
            throw new InvalidStateStoreException("another instance does not answer", unanswered);
        }
    }
}
