/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.PolicyMode;
import io.whence.letter.SampleNotice;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.SchemaRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices are delivered by several instances, one of which is killed: none is delivered twice, none is forgotten. */
class DeliverIT {

    private static final int LIVE = 150;
    private static final int SHADOW = 10;
    private static final int THREADS = 4;
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final List<String> posted = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private LocalServers servers;
    private GreenMail mail;
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"));
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newFixedThreadPool(THREADS));
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        mail.stop();
        servers.close();
    }

    /** Every other notice is refused once; the others are taken, a little slowly. */
    private void receive(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        exchange.getRequestBody().readAllBytes();
        boolean refused = id.endsWith("0") && refusedOnce.add(id);
        if (!refused) {
            posted.add(id);
        }
        exchange.sendResponseHeaders(refused ? 500 : 200, -1);
        exchange.close();
    }

    @Test
    void eachNoticeIsDeliveredOnceAlsoAcrossRebalancesAndAKill() throws Exception {
        prepare();
        AppProcess killed = deliver("whence-deliver");
        awaitMails(LIVE / 5);
        AppProcess second = deliver("whence-deliver");
        awaitMails(LIVE / 5 * 2);
        killed.kill();
        awaitMails(LIVE / 5 * 3);
        AppProcess third = deliver("whence-deliver");
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> outcomes().values().stream()
                                .filter(outcome ->
                                        !Set.of("ATTEMPTING", "DEFERRED").contains(outcome))
                                .count()
                        == 2 * (LIVE + SHADOW + 1));
        expectNumbers(second, third);
        second.stop();
        third.stop();

        check(outcomes());
        List<String> before = sent();
        AppProcess another = deliver("another-group");
        awaitEnd("another-group");
        another.stop();
        assertThat(sent())
                .as("after everything was read again by another group")
                .isEqualTo(before);
    }

    /** Two instances have two partitions; what they sent is among what arrived, and nobody is named. */
    private static void expectNumbers(AppProcess... instances) throws Exception {
        double sent = 0;
        for (AppProcess instance : instances) {
            assertThat(instance.manage("/ready").statusCode()).isEqualTo(200);
            assertThat(instance.manage("/health").statusCode()).isEqualTo(200);
            String metrics = instance.manage("/metrics").body();
            assertThat(metrics)
                    .contains("whence_delivery_partitions 1.0", "whence_delivery_waiting 0.0")
                    .doesNotContain("live-", "org-", "@");
            sent += metrics.lines()
                    .filter(line -> line.startsWith("whence_deliveries_total") && line.contains("outcome=\"sent\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
        assertThat(sent).isBetween(1.0, 2.0 * LIVE + 1);
    }

    private void check(Map<String, String> outcomes) throws Exception {
        assertThat(mails()).doesNotHaveDuplicates();
        assertThat(posted).doesNotHaveDuplicates();
        assertThat(refusedOnce).isNotEmpty();
        Set<String> mails = Set.copyOf(mails());
        List<String> uncertain = new ArrayList<>();
        for (int i = 0; i < LIVE; i++) {
            for (String channel : List.of("MAIL", "WEBHOOK")) {
                String outcome = outcomes.get("live-" + i + "/" + channel);
                boolean arrived = channel.equals("MAIL") ? mails.contains("live-" + i) : posted.contains("live-" + i);
                if ("UNCERTAIN".equals(outcome)) {
                    uncertain.add("live-" + i);
                } else {
                    assertThat(outcome).as("live-" + i + " by " + channel).isEqualTo("SENT");
                    assertThat(arrived).as("live-" + i + " by " + channel).isTrue();
                }
            }
        }
        assertThat(uncertain).as("what was under way at the kill").hasSizeLessThanOrEqualTo(THREADS);
        assertThat(outcomes)
                .containsEntry("shadow-0/MAIL", "SHADOW")
                .containsEntry("shadow-0/WEBHOOK", "SHADOW")
                .containsEntry("lonely/MAIL", "NO_CONTACT")
                .containsEntry("lonely/WEBHOOK", "SENT");
        assertThat(Stream.concat(mails.stream(), posted.stream())).noneMatch(id -> id.startsWith("shadow"));
    }

    private List<String> sent() throws Exception {
        return Stream.concat(mails().stream(), posted.stream()).sorted().toList();
    }

    /** The ids of the notices that were mailed. */
    private List<String> mails() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            ids.add(message.getMessageID().replaceAll("<(.*)@provider\\.example>", "$1"));
        }
        return ids;
    }

    private void awaitMails(int count) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> mail.getReceivedMessages().length >= count);
    }

    /** What was said last about each delivery. */
    private Map<String, String> outcomes() throws IOException {
        Map<String, String> last = new HashMap<>();
        TopicReader reader = new TopicReader(
                servers.broker().bootstrapServers(), servers.registry().url());
        for (String json : reader.json(Topics.DELIVERY_OUTCOMES, Contracts.DELIVERY_OUTCOME)) {
            JsonNode outcome = new ObjectMapper().readTree(json);
            last.put(
                    outcome.get("notice_id").asText() + "/"
                            + outcome.get("channel").asText(),
                    outcome.get("outcome").asText());
        }
        return last;
    }

    private void awaitEnd(String group) {
        try (Admin admin = admin()) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() ->
                            admin
                                            .listConsumerGroupOffsets(group)
                                            .partitionsToOffsetAndMetadata()
                                            .get()
                                            .values()
                                            .stream()
                                            .mapToLong(offset -> offset.offset())
                                            .sum()
                                    == LIVE + SHADOW + 1);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.broker().bootstrapServers()));
    }

    private void prepare() throws Exception {
        try (Admin admin = admin()) {
            new TopicSetup(admin).create(TopicSetup.topics(2, 1));
        }
        SampleNotice sample = SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT);
        for (int i = 0; i < LIVE; i++) {
            String contact = "contact-" + i + "@customer.example";
            put(Topics.ORGANIZATIONS, "org-" + i, Contracts.ORGANIZATION, organization("org-" + i, contact));
        }
        for (int i = 0; i < LIVE; i++) {
            notice(sample.withId("live-" + i).of("org-" + i));
        }
        for (int i = 0; i < SHADOW; i++) {
            notice(sample.withId("shadow-" + i).in(PolicyMode.SHADOW).of("org-" + i));
        }
        notice(sample.withId("lonely").of("org-without-contact"));
        producers.values().forEach(KafkaProducer::close);
    }

    private final Map<String, KafkaProducer<String, ?>> producers = new HashMap<>();

    private void notice(Notice notice) {
        put(Topics.COMPLIANCE_NOTICES, notice.organizationId(), Contracts.NOTICE, notice);
    }

    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"}) // one contract a topic; closing waits for all
    private <D> void put(String topic, String key, Contract<D> contract, D value) {
        var producer = (KafkaProducer<String, D>) producers.computeIfAbsent(topic, name -> producer(contract));
        producer.send(new ProducerRecord<>(topic, key, value));
    }

    private <D> KafkaProducer<String, D> producer(Contract<D> contract) {
        SchemaRegistry registry = SchemaRegistry.connect(
                Map.of("schema.registry.url", servers.registry().url()), Clock.systemUTC());
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.broker().bootstrapServers()),
                new StringSerializer(),
                contract.serializer(registry, Waiting.forNothing(Clock.systemUTC())));
    }

    private static Organization organization(String id, String contact) {
        return new Organization(id, null, null, null, null, contact, "fr", null, List.of(), List.of());
    }

    private AppProcess deliver(String group) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "bootstrap.servers", servers.broker().bootstrapServers(),
                "schema.registry.url", servers.registry().url(),
                "topics.partitions", "2",
                "topics.replication.factor", "1",
                "kafka.session.timeout.ms", "6000",
                "kafka.heartbeat.interval.ms", "1000",
                "deliver.group.id", group,
                "deliver.management.port", "0",
                "deliver.oldest", "36500d"));
        settings.putAll(Map.of(
                "deliver.mail.host", "localhost",
                "deliver.mail.port", Integer.toString(mail.getSmtp().getPort()),
                "deliver.mail.security", "NONE",
                "deliver.mail.from", "notices@provider.example",
                "deliver.webhook.url",
                        "http://localhost:" + receiver.getAddress().getPort() + "/",
                "deliver.webhook.secret", SECRET,
                "deliver.destination.interval", "10ms",
                "deliver.backoff.first", "500ms",
                "deliver.timeout", "10s",
                "deliver.threads", Integer.toString(THREADS)));
        AppProcess process = AppProcess.start(folder.resolve("deliver"), "deliver", settings);
        process.awaitOutput("attempts at a time");
        return process;
    }
}
