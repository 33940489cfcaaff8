/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.wire.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gives records the headers of CloudEvents in the binary mode of the Kafka protocol binding. Headers of the access
 * event that happened to bring a record about say nothing of it, and are not kept.
 */
final class EventHeaders<V> extends ContextualProcessor<String, V, String, V> {

    private final Function<V, CloudEvent> events;

    EventHeaders(Function<V, CloudEvent> events) {
        this.events = events;
    }

    @Override
    public void process(Record<String, V> said) {
        Headers headers = new RecordHeaders();
        headers.add("content-type", bytes(CloudEvent.AVRO));
        events.apply(said.value()).attributes().forEach((name, value) -> headers.add("ce_" + name, bytes(value)));
        context().forward(said.withHeaders(headers));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
