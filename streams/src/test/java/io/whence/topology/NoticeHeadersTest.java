/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.letter.SampleNotice;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class NoticeHeadersTest {

    private static final Serde<Notice> JSON = Serdes.serdeFrom(
            (topic, notice) -> Contracts.NOTICE.toJson(notice).getBytes(StandardCharsets.UTF_8),
            (topic, json) -> ((Decoded.Value<Notice>)
                            Contracts.NOTICE.fromJson(new String(json, StandardCharsets.UTF_8)))
                    .value());

    @Test
    void aNoticeIsACloudEventInBinaryMode() {
        Notice notice =
                SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT).notice();
        RecordHeaders before = new RecordHeaders();
        before.add("ce_id", new byte[] {1});
        before.add("x-of-the-access-log", new byte[] {2});
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), JSON))
                .processValues(NoticeHeaders::new, Named.as("notice-headers"))
                .to("out", Produced.with(Serdes.String(), JSON));

        try (TopologyTestDriver driver = new TopologyTestDriver(builder.build())) {
            driver.createInputTopic("in", Serdes.String().serializer(), JSON.serializer())
                    .pipeInput(new TestRecord<>("org-lotus", notice, before, 7L));
            TestRecord<String, Notice> written = driver.createOutputTopic(
                            "out", Serdes.String().deserializer(), JSON.deserializer())
                    .readRecord();

            Map<String, String> headers = new TreeMap<>();
            written.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            assertThat(written.headers()).hasSize(7);
            assertThat(headers)
                    .isEqualTo(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", notice.noticeId(),
                            "ce_type", "io.whence.notice.warning",
                            "ce_source", "/whence",
                            "ce_subject", "org-lotus",
                            "ce_time", "2024-06-24T06:00:00Z",
                            "content-type", "application/avro"));
            assertThat(written.value()).isEqualTo(notice);
        }
    }
}
