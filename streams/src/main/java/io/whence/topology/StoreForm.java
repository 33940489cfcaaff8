/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;

/**
 * How the entries of a store are written down.
 *
 * @param store name of the store
 * @param key form of its keys, in whose order it is sorted
 * @param value form of its values
 * @param <K> its keys
 * @param <V> its values
 */
public record StoreForm<K, V>(String store, Serde<K> key, Serde<V> value) {

    /** The bytes of a key. */
    public byte[] ofKey(K given) {
        return key.serializer().serialize(store, given);
    }

    /** The bytes of the least key that comes after one. */
    public byte[] after(K last) {
        byte[] bytes = ofKey(last);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** The key of some bytes. */
    public K toKey(byte[] bytes) {
        return key.deserializer().deserialize(store, bytes);
    }

    /** The bytes of a value. */
    public byte[] ofValue(V given) {
        return value.serializer().serialize(store, given);
    }

    /** The value of some bytes. */
    public V toValue(byte[] bytes) {
        return value.deserializer().deserialize(store, bytes);
    }
}
