/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A few hashes of event ids, in the order they came: sixteen bytes each, one after the other, here and at rest.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
final class EventIds {

    private byte[] bytes;
    private int length;

    private EventIds(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    static EventIds none() {
        return new EventIds(new byte[EventId.BYTES], 0);
    }

    void add(EventId id) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        ByteBuffer.wrap(bytes, length, EventId.BYTES).putLong(id.high()).putLong(id.low());
        length += EventId.BYTES;
    }

    int size() {
        return length / EventId.BYTES;
    }

    void forEach(Consumer<EventId> visitor) {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
            visitor.accept(new EventId(left.getLong(), left.getLong()));
        }
    }

    static Serde<EventIds> serde() {
        return Serdes.serdeFrom(
                (topic, ids) -> ids == null ? null : Arrays.copyOf(ids.bytes, ids.length),
                (topic, stored) -> stored == null ? null : new EventIds(stored, stored.length));
    }
}
