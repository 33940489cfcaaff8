/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.domain.access.AccessEvent;
import io.whence.ingest.AccessLogTopic;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts the requests of a plan on the topic. */
final class Load {

    private Load() {}

    /**
     * Sends them all and waits until the broker has them.
     *
     * @throws IllegalStateException when one of them could not be sent
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    static void send(BenchPlan plan, String topic, AccessLogTopic target) {
        BenchTraffic traffic = new BenchTraffic(plan);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Producer<String, AccessEvent> producer = target.producer();
        for (long number = 0; number < plan.records(); number++) {
            AccessEvent event = traffic.event(number);
            long at = event.timestamp().toEpochMilli();
            producer.send(
                    new ProducerRecord<>(topic, null, at, event.organizationId(), event),
                    (sent, failed) -> failure.compareAndSet(null, failed));
        }
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the load could not be sent: " + failed.getMessage(), failed);
        }
    }
}
