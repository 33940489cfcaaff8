/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.topology.StateView;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The state stores of this instance.
 *
 * @param streams the running stream
 */
record LocalStores(KafkaStreams streams) implements StateView.Source {

    @Override
    public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        try {
            return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                    .enableStaleStores());
        } catch (IllegalStateException stopping) { // what Kafka Streams says while it stops or after it failed
            throw new InvalidStateStoreException(stopping);
        }
    }
}
