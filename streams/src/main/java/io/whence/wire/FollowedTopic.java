/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic and what its records are, for those who follow it.
 *
 * @param name name of the topic
 * @param decoder reads its values
 */
public record FollowedTopic<V>(String name, RecordDecoder<V> decoder) {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedTopic.class);

    /** The value of a record; empty where one was deleted, and where it is none, which is logged. */
    public Optional<V> value(ConsumerRecord<byte[], byte[]> sent) {
        if (sent.value() == null) {
            return Optional.empty();
        }
        Decoded<V> decoded = decoder.decode(sent.value());
        if (decoded instanceof Decoded.Undecodable<V> undecodable) {
            LOG.warn(
                    "passed over topic={} partition={} offset={} reason={} {}",
                    sent.topic(),
                    sent.partition(),
                    sent.offset(),
                    undecodable.reason(),
                    undecodable.message());
            return Optional.empty();
        }
        return Optional.of(((Decoded.Value<V>) decoded).value());
    }
}
