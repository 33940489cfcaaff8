/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Notice;
import io.whence.wire.CloudEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Gives notices the headers of CloudEvents in the binary mode of the Kafka protocol binding. Headers of the access
 * event that happened to bring a notice about say nothing of it, and are not kept.
 */
final class NoticeHeaders extends ContextualFixedKeyProcessor<String, Notice, Notice> {

    @Override
    public void process(FixedKeyRecord<String, Notice> notice) {
        Headers headers = new RecordHeaders();
        headers.add("content-type", bytes(CloudEvent.AVRO));
        CloudEvent.of(notice.value()).attributes().forEach((name, value) -> headers.add("ce_" + name, bytes(value)));
        context().forward(notice.withHeaders(headers));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
