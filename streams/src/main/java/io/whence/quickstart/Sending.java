/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends records and waits until the broker has confirmed every one. */
final class Sending {
    private Sending() {}

    /**
     * Sends in the order given.
     *
     * @throws KafkaException when the broker refuses one
     * @throws InterruptedException when the thread is to stop
     */
    static <V> void all(Producer<String, V> producer, List<ProducerRecord<String, V>> records)
            throws InterruptedException {
        var failure = new AtomicReference<@Nullable Exception>();
        for (var record : records) {
            var unused = producer.send(record, (metadata, refused) -> failure.compareAndSet(null, refused));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        producer.flush();
        var refused = failure.get();
        if (refused != null) {
            throw new KafkaException("the broker refused a record: " + refused.getMessage(), refused);
        }
    }
}
