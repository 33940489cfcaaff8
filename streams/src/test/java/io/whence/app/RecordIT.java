/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.cli.Main;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.quickstart.DemoOrganization;
import io.whence.quickstart.DemoTraffic;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.SchemaRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is on record about organizations, on a broker and a registry as they are: precision, export, hold, erasure. */
class RecordIT {

    private static final Map<String, String> RULES = Map.of(
            "tally.idle.close.after", "15s", "access.trusted.proxies", String.join(",", DemoTraffic.TRUSTED_PROXIES));

    private final DemoTraffic demo = new DemoTraffic();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void signalsAreSuspendedCasesExportedAndProfilesHeldAndErased() throws Exception {
        try (LocalServers servers = LocalServers.start(Path.of("target", "registry"), folder.resolve("servers"))) {
            TopicReader reader = new TopicReader(
                    servers.broker().bootstrapServers(), servers.registry().url());
            AppProcess app = AppProcess.start(
                    folder.resolve("app"), AppProcess.settings(servers, folder.resolve("state"), RULES));
            app.awaitReady();
            send(servers);
            Notice china = awaitWarning(reader, "CN");
            Notice russia = awaitWarning(reader, "RU");

            expectPrecisionToSuspend(servers, china);
            expectTheWatchToSuspend(servers, russia);
            expectFindings(servers, reader);
            expectHoldThenErasure(servers, app, china.organizationId());
            app.stop();
            expectChainsAndPacks(servers, china.organizationId());
        }
    }

    private void send(LocalServers servers) {
        try (AccessLogProducer producer = new AccessLogProducer(
                servers.broker().bootstrapServers(), servers.registry().url())) {
            demo.organizations().stream().map(DemoOrganization::organization).forEach(producer::send);
            producer.flush();
            demo.events().forEach(producer::send);
        }
    }

    /** The first warning that rests on what comes directly out of a region. */
    private static Notice awaitWarning(TopicReader reader, String region) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> reader.json(Topics.COMPLIANCE_NOTICES, Contracts.NOTICE).stream()
                                .map(line -> Decoding.valueOf(Contracts.NOTICE.fromJson(line)))
                                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                                .filter(notice -> notice.reasons().stream()
                                        .anyMatch(reason -> reason.code().equals("DIRECT_EGRESS_" + region)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Eight appeals are upheld, as nobody would wait for in a test. */
    private void expectPrecisionToSuspend(LocalServers servers, Notice warning) throws Exception {
        appeal(servers, warning.caseId(), 8);

        assertThat(whence(servers, "precision")).isEqualTo(1);
        assertThat(out.toString()).contains("BELOW THE FLOOR of 0.5").doesNotContain("SUSPENDED");
        assertThat(whence(servers, "precision", "--publish", "--actor", "ann")).isEqualTo(1);
        assertThat(out.toString()).contains("BELOW THE FLOOR of 0.5  SUSPENDED on ");
        assertThat(whence(servers, "precision", "--publish", "--actor", "bob")).isEqualTo(1);
        assertThat(suspensions(servers))
                .hasSizeGreaterThanOrEqualTo(warning.regions().size())
                .anyMatch(line -> line.contains("\"DIRECT_EGRESS/CN/"))
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).path("actor").asText())
                        .isEqualTo("ann"));
    }

    /** Nobody asks: two instances look, the first one suspends, the second one finds it done. */
    private void expectTheWatchToSuspend(LocalServers servers, Notice warning) throws Exception {
        WhenceConfig config = new ConfigLoader()
                .options(AppProcess.settings(servers, folder.resolve("watch"), RULES))
                .load();
        appeal(servers, warning.caseId(), 8);
        assertThat(suspensions(servers)).noneMatch(line -> line.contains("DIRECT_EGRESS/RU/"));

        try (PrecisionWatch first = new PrecisionWatch(config, Clock.systemUTC());
                PrecisionWatch second = new PrecisionWatch(config, Clock.systemUTC())) {
            first.run();
            List<String> suspended = suspensions(servers);
            second.run();

            assertThat(suspensions(servers)).isEqualTo(suspended);
            assertThat(suspended)
                    .filteredOn(line -> line.contains("DIRECT_EGRESS/RU/"))
                    .singleElement()
                    .asString()
                    .contains("\"system\"", "\"PRECISION_BELOW_FLOOR\"");
        }
    }

    private List<String> suspensions(LocalServers servers) {
        assertThat(whence(servers, "control", "show", "--json")).isZero();
        return out.toString()
                .lines()
                .filter(line -> line.contains("SUSPEND_SIGNAL"))
                .toList();
    }

    private static void appeal(LocalServers servers, String caseId, int times) throws Exception {
        try (SchemaRegistry registry = SchemaRegistry.connect(
                        Map.of("schema.registry.url", servers.registry().url()), Clock.systemUTC());
                KafkaProducer<String, CaseEvent> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers.broker().bootstrapServers()),
                        new StringSerializer(),
                        Contracts.CASE_EVENT.serializer(registry, Waiting.forNothing(Clock.systemUTC())))) {
            String hash = CaseEvent.NO_HASH;
            for (int i = 1; i <= times; i++) {
                CaseEvent event = event(caseId, i, hash, "");
                event = event(caseId, i, hash, event.expectedHash());
                hash = event.hash();
                producer.send(new ProducerRecord<>(Topics.CASE_EVENTS, event.organizationId(), event))
                        .get();
            }
        }
    }

    private static CaseEvent event(String caseId, int sequence, String previous, String hash) {
        return new CaseEvent(
                caseId,
                "appealing-" + caseId,
                "test-policy",
                sequence,
                Instant.parse("2024-07-01T00:00:00Z").plusSeconds(sequence),
                "APPEALED",
                "LIFTED",
                "APPEAL_UPHELD_DATABASE_ERROR+LIFT_APPEAL_UPHELD",
                "TEST",
                "ann",
                "action-" + sequence,
                List.of(),
                previous,
                hash);
    }

    private void expectFindings(LocalServers servers, TopicReader reader) throws IOException {
        Path findings = folder.resolve("findings.jsonl");
        assertThat(whence(servers, "export", "--ocsf", "--out", findings.toString()))
                .isZero();
        long ofCases = reader.json(Topics.CASE_EVENTS, Contracts.CASE_EVENT).stream()
                .filter(line -> !line.contains("\"case_id\":\"\""))
                .count();
        assertThat(Files.readAllLines(findings))
                .hasSize((int) ofCases)
                .allSatisfy(line -> assertThat(new ObjectMapper()
                                .readTree(line)
                                .path("class_uid")
                                .asInt())
                        .isEqualTo(2003));
    }

    private void expectHoldThenErasure(LocalServers servers, AppProcess app, String organization) throws Exception {
        assertThat(profileName(app, organization)).isNotEmpty();
        assertThat(whence(servers, "control", "legal-hold", organization, "--actor", "ann", "--reason", "SUBPOENA_17"))
                .isZero();
        assertThat(whence(servers, "erase", "--organization", organization, "--yes"))
                .isEqualTo(1);
        assertThat(err.toString()).contains(organization + " is under a legal hold of ann", "SUBPOENA_17");
        assertThat(profileName(app, organization)).isNotEmpty();

        assertThat(whence(servers, "control", "release-hold", organization, "--actor", "bob", "--reason", "SETTLED"))
                .isZero();
        assertThat(whence(servers, "erase", "--organization", organization, "--yes"))
                .isZero();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> profileName(app, organization).isEmpty());
        assertThat(whence(servers, "control", "show")).isZero();
        assertThat(out.toString())
                .contains("legal-hold " + organization + ": ", "by ann", "SUBPOENA_17")
                .contains("release-hold " + organization + ": ", "by bob", "SETTLED");
    }

    private static String profileName(AppProcess app, String organization) throws Exception {
        JsonNode overview = new ObjectMapper()
                .readTree(app.get("/v1/organizations/" + organization).body());
        JsonNode name = overview.at("/organization/name");
        return name.isTextual() ? name.asText() : "";
    }

    /**
     * After the erasure, and when nothing comes to the topics any more, the chains verify, and packs for regulators are
     * made of them: the same bytes each time.
     */
    private void expectChainsAndPacks(LocalServers servers, String organization) {
        for (String run : List.of("one", "two")) {
            String records = folder.resolve(run).toString();
            assertThat(whence(servers, "export", "--records", records)).isZero();
            assertThat(files("verify", records + "/case-events.jsonl")).isZero();
            String policy = folder + "/policy-" + run;
            assertThat(files("pack", "--policy", "openai-api", "--from", records, "--out", policy))
                    .isZero();
            String one = folder + "/organization-" + run;
            assertThat(files("pack", "--organization", organization, "--from", records, "--out", one))
                    .isZero();
        }
        for (String about : List.of("policy", "organization")) {
            assertThat(folder.resolve(about + "-two")).hasSameBinaryContentAs(folder.resolve(about + "-one"));
        }
    }

    private int files(String... words) {
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private int whence(LocalServers servers, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--brokers",
                servers.broker().bootstrapServers(),
                "--schema-registry-url",
                servers.registry().url()));
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
