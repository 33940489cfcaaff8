/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;

/**
 * A topic with the form of its keys and values; nodes that read or write it are named after it.
 *
 * @param name name of the topic
 * @param key form of the keys
 * @param value form of the values
 */
public record Topic<K, V>(String name, Serde<K> key, Serde<V> value) {

    /** A topic keyed by text. */
    public static <V> Topic<String, V> of(String name, Serde<V> value) {
        return new Topic<>(name, Serdes.String(), value);
    }

    /** A topic whose records are taken as they are. */
    public static Topic<byte[], byte[]> ofBytes(String name) {
        return new Topic<>(name, Serdes.ByteArray(), Serdes.ByteArray());
    }

    Consumed<K, V> consumed() {
        return Consumed.with(key, value)
                .withName("read-" + name)
                .withTimestampExtractor((logged, partitionTime) -> Math.max(0, logged.timestamp()));
    }

    void write(Flow<K, V> flow) {
        flow.to(this);
    }
}
