/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Reads values of entries as they come.
 *
 * @param entries as they are at rest
 * @param form reads a value
 * @param <V> what is stored
 */
record DecodedEntries<V>(KeyValueIterator<Bytes, byte[]> entries, Function<byte[], V> form)
        implements KeyValueIterator<Bytes, V> {

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public KeyValue<Bytes, V> next() {
        KeyValue<Bytes, byte[]> entry = entries.next();
        return KeyValue.pair(entry.key, form.apply(entry.value));
    }

    @Override
    public Bytes peekNextKey() {
        return entries.peekNextKey();
    }

    @Override
    public void close() {
        entries.close();
    }
}
