/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.proof.Keys;
import io.whence.proof.VerifyingKey;
import io.whence.quickstart.DemoOrganization;
import io.whence.quickstart.DemoTraffic;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample, with everything that can be wrong with a record strewn among it, through a broker and {@code run}. */
class WholeJobIT {

    private static final int ROUNDS = 3;
    private static final Map<String, String> RULES = Map.of(
            "tally.idle.close.after", "15s", "access.trusted.proxies", String.join(",", DemoTraffic.TRUSTED_PROXIES));

    private final DemoTraffic demo = new DemoTraffic();
    private final List<AccessEvent> events = demo.events();
    private final Map<String, Future<RecordMetadata>> strewn = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void everyGoodRecordCountsAndEveryBadOneIsBuriedUnderItsOwnReason() throws Exception {
        try (LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"))) {
            TopicReader reader = new TopicReader(
                    servers.broker().bootstrapServers(), servers.registry().url());
            Keys keys = Keys.newPair();
            Map<String, String> settings = new TreeMap<>(RULES);
            settings.put(
                    "proof.signing.key.file",
                    Files.writeString(folder.resolve("heads.key"), keys.secret())
                            .toString());
            AppProcess app = AppProcess.start(
                    folder.resolve("app"), AppProcess.settings(servers, folder.resolve("state"), settings));
            app.awaitReady();
            send(servers);

            Expected expected = Expected.of(
                    events,
                    demo.organizations().stream()
                            .map(DemoOrganization::organization)
                            .toList(),
                    RULES);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(
                                    Expected.sum(reader.json(Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC)))
                            .isEqualTo(expected.traffic()));
            assertThat(reader.json(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE).stream()
                            .sorted())
                    .isNotEmpty()
                    .containsExactlyElementsOf(expected.notices());
            assertThat(buried(reader)).isEqualTo(reasons);
            expectAHeadOfEveryChain(reader, VerifyingKey.parse(keys.open()));
            expectHealthyAndBalanced(app);
            app.stop();
        }
    }

    private void send(LocalServers servers) {
        try (AccessLogProducer producer = new AccessLogProducer(
                servers.broker().bootstrapServers(), servers.registry().url())) {
            demo.organizations().forEach(known -> producer.send(known.organization()));
            producer.flush();
            List<MalformedRecords.Kind> kinds = MalformedRecords.all(producer::encode, producer.otherSchemaId());
            assertThat(kinds).hasSizeGreaterThanOrEqualTo(40);
            int gap = events.size() / (ROUNDS * kinds.size());
            for (int i = 0; i < events.size(); i++) {
                producer.send(events.get(i));
                if (i % gap == 0 && strewn.size() < ROUNDS * kinds.size()) {
                    strew(producer, kinds.get(strewn.size() % kinds.size()));
                }
            }
            assertThat(strewn).hasSize(ROUNDS * kinds.size());
        }
    }

    private void strew(AccessLogProducer producer, MalformedRecords.Kind kind) {
        String name = strewn.size() + " " + kind.name();
        strewn.put(name, producer.sendRaw(kind.key(), kind.value()));
        reasons.put(name, kind.reason());
    }

    /** The reason that each bad record is found under, by its name. */
    private Map<String, String> buried(TopicReader reader) throws Exception {
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, Future<RecordMetadata>> sent : strewn.entrySet()) {
            RecordMetadata place = sent.getValue().get();
            names.put(place.partition() + "/" + place.offset(), sent.getKey());
        }
        Map<String, String> buried = new TreeMap<>();
        for (String letter : reader.json(Topics.DEAD_LETTERS, Contracts.DEAD_LETTER)) {
            JsonNode fields = new ObjectMapper().readTree(letter);
            String place = fields.get("partition").asText() + "/"
                    + fields.get("offset").asText();
            String twice = buried.put(
                    names.getOrDefault(place, letter), fields.get("reason").asText());
            assertThat(twice).as(letter).isNull();
        }
        return buried;
    }

    private static void expectAHeadOfEveryChain(TopicReader reader, VerifyingKey key) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Map<String, CaseHead> ends = new TreeMap<>();
                    for (String event : reader.json(Topics.CASE_EVENTS, Contracts.CASE_EVENT)) {
                        CaseHead head = CaseHead.of(Decoding.valueOf(Contracts.CASE_EVENT.fromJson(event)));
                        ends.put(head.key(), head);
                    }
                    Map<String, CaseHead> signed = new TreeMap<>();
                    for (String line : reader.json(Topics.CASE_HEADS, Contracts.CASE_HEAD)) {
                        CaseHead head = Decoding.valueOf(Contracts.CASE_HEAD.fromJson(line));
                        assertThat(key.signed(head)).isTrue();
                        signed.put(head.key(), head.signedWith(""));
                    }
                    assertThat(signed).isNotEmpty().isEqualTo(ends);
                });
    }

    private void expectHealthyAndBalanced(AppProcess app) throws IOException, InterruptedException {
        assertThat(app.manage("/ready").statusCode()).isEqualTo(200);
        assertThat(app.manage("/health").statusCode()).isEqualTo(200);
        String metrics = app.manage("/metrics").body();
        assertThat(values(metrics, "whence_ledger_imbalance{")).hasSize(2).containsOnly(0.0);
        assertThat(sum(metrics, "consumed")).isEqualTo(events.size() + strewn.size());
        assertThat(sum(metrics, "tallied")).isEqualTo(events.size());
        assertThat(sum(metrics, "dead_lettered")).isEqualTo(strewn.size());
        assertThat(values(metrics, "kafka_stream_failed_stream_threads")).containsOnly(0.0);
        assertThat(app.log()).doesNotContain("\tat ", "ERROR", "a thread died");
        assertThat(app.log().lines().count()).isLessThan(300);
    }

    private static double sum(String metrics, String entry) {
        List<Double> values = values(metrics, "whence_ledger_entries{entry=\"" + entry + "\"");
        assertThat(values).as(entry).isNotEmpty();
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> values(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }
}
