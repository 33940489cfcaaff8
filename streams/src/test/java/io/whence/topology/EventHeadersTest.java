/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Scope;
import io.whence.domain.policy.PolicyMode;
import io.whence.letter.SampleNotice;
import io.whence.wire.CloudEvent;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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

/** What is told is a CloudEvent in binary mode, and bears nothing of the access event that brought it about. */
class EventHeadersTest {

    private static final Instant NOON = Instant.parse("2024-07-20T12:00:00Z");

    @Test
    void aNotice() {
        Notice notice =
                SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT).notice();

        assertThat(headers(Contracts.NOTICE, CloudEvent::of, notice))
                .isEqualTo(
                        expected(notice.noticeId(), "io.whence.notice.warning", "org-lotus", "2024-06-24T06:00:00Z"));
    }

    @Test
    void anOrderToGatewaysAndItsRenewal() {
        assertThat(headers(Contracts.ENFORCEMENT_DECISION, CloudEvent::of, decision(true, NOON)))
                .isEqualTo(expected(
                        "org-1/example/LOCATION/CN/4/2024-07-20T12:00:00Z",
                        "io.whence.decision.refuse",
                        "org-1",
                        "2024-07-20T12:00:00Z"));
        assertThat(CloudEvent.of(decision(true, NOON.plusSeconds(86_400))).id())
                .isNotEqualTo(CloudEvent.of(decision(true, NOON)).id());
        assertThat(CloudEvent.of(decision(false, NOON)).type()).isEqualTo("io.whence.decision.allow");
    }

    private static EnforcementDecision decision(boolean refuse, Instant at) {
        return new EnforcementDecision(
                "org-1",
                Scope.LOCATION,
                "CN",
                refuse,
                PolicyMode.LIVE,
                4,
                at,
                at,
                EnforcementDecision.TTL,
                refuse ? EnforcementDecision.UNSUPPORTED_REGION : "allowed",
                refuse ? "notice-1" : null,
                "case-1",
                "example",
                1);
    }

    @Test
    void aTransitionOfACase() {
        CaseEvent event = new CaseEvent(
                "case-1",
                "org-1",
                "example",
                1,
                NOON,
                "OBSERVED",
                "NOTICED",
                "WARNING",
                "WARNING CN",
                CaseEvent.SYSTEM,
                null,
                List.of("notice-1"),
                CaseEvent.NO_HASH,
                "ab".repeat(32));

        assertThat(headers(Contracts.CASE_EVENT, CloudEvent::of, event))
                .isEqualTo(expected(event.hash(), "io.whence.case.noticed", "org-1", "2024-07-20T12:00:00Z"));
    }

    @Test
    void aLeakWhenItIsOpenedAndWhenItsDayIsOver() {
        Refusal refusal = new Refusal(Scope.LOCATION, "CN", "example", "notice-1", NOON, NOON.plusSeconds(86_400));
        BitSet minutes = new BitSet();
        minutes.set(725);
        Leak leak = new Leak("org-1", "WAW", refusal, LocalDate.parse("2024-07-20"), minutes, 1, false);

        assertThat(CloudEvent.of(leak))
                .isEqualTo(new CloudEvent(
                        "org-1/example/LOCATION/CN/2024-07-20T12:00:00Z/WAW/2024-07-20/opened",
                        "io.whence.leak.opened",
                        "org-1",
                        NOON.plusSeconds(300)));
        Leak over = new Leak("org-1", "WAW", refusal, leak.day(), minutes, 1, true);
        assertThat(CloudEvent.of(over).type()).isEqualTo("io.whence.leak.closed");
        assertThat(CloudEvent.of(over).id()).isNotEqualTo(CloudEvent.of(leak).id());
    }

    private static Map<String, String> expected(String id, String type, String subject, String time) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", id,
                "ce_type", type,
                "ce_source", "/whence",
                "ce_subject", subject,
                "ce_time", time,
                "content-type", "application/avro");
    }

    private static <V> Map<String, String> headers(Contract<V> contract, Function<V, CloudEvent> events, V said) {
        Serde<V> json = json(contract);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), json))
                .process(() -> new EventHeaders<>(events), Named.as("headers"))
                .to("out", Produced.with(Serdes.String(), json));
        RecordHeaders before = new RecordHeaders();
        before.add("ce_id", new byte[] {1});
        before.add("x-of-the-access-log", new byte[] {2});
        try (TopologyTestDriver driver = new TopologyTestDriver(builder.build())) {
            driver.createInputTopic("in", Serdes.String().serializer(), json.serializer())
                    .pipeInput(new TestRecord<>("org", said, before, 7L));
            TestRecord<String, V> written = driver.createOutputTopic(
                            "out", Serdes.String().deserializer(), json.deserializer())
                    .readRecord();
            assertThat(written.value()).isEqualTo(said);
            Map<String, String> headers = new TreeMap<>();
            written.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            assertThat(written.headers()).hasSize(headers.size());
            return headers;
        }
    }

    private static <V> Serde<V> json(Contract<V> contract) {
        return Serdes.serdeFrom(
                (topic, value) -> contract.toJson(value).getBytes(StandardCharsets.UTF_8),
                (topic, json) ->
                        ((Decoded.Value<V>) contract.fromJson(new String(json, StandardCharsets.UTF_8))).value());
    }
}
