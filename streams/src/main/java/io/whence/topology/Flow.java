/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Records on their way from step to step. The stream is laid out in these words once; Kafka Streams runs it, and so
 * does a {@link Replay}. Each word means what it means in {@link org.apache.kafka.streams.kstream.KStream}.
 *
 * @param <K> what the records are keyed by
 * @param <V> what they say
 */
interface Flow<K, V> {

    /** Hands each record to a step, and goes on with what the step hands on. */
    <KOut, VOut> Flow<KOut, VOut> process(ProcessorSupplier<K, V, KOut, VOut> step, Named name, String... stores);

    /** Says something else of each record. */
    <VOut> Flow<K, VOut> mapValues(ValueMapper<V, VOut> change, Named name);

    /** Says any number of things of each record. */
    <VOut> Flow<K, VOut> flatMapValues(ValueMapper<V, ? extends Iterable<VOut>> change, Named name);

    /** Keys each record by something else. */
    <KOut> Flow<KOut, V> selectKey(KeyValueMapper<K, V, KOut> change, Named name);

    /** Sends records to whoever holds their key, over an internal topic. */
    Flow<K, V> repartition(Topic<K, V> internal);

    /** These records and others. */
    Flow<K, V> merge(Flow<K, V> others, Named name);

    /** Writes the records to a topic. */
    void to(Topic<K, V> topic);
}
