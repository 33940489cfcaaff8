/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;
import org.apache.kafka.clients.producer.Producer;

/** The topic that access events are sent to. */
public interface AccessLogTopic extends AutoCloseable {
    /** Which topic of which making it is: one that was deleted and made anew has another identity. */
    String identity();

    /** Where events go in. */
    Producer<String, AccessEvent> producer();

    @Override
    void close();
}
