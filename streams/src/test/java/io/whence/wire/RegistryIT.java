/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.whence.deliver.SelfMadeTls;
import io.whence.domain.access.AccessEvent;
import io.whence.quickstart.RegistryServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire against a real registry server. */
class RegistryIT {
    private static final Path HOME = Path.of(System.getProperty("whence.home", "."), "target", "registry");
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    static Path directory;

    private static RegistryServer server;

    @BeforeAll
    static void start() {
        server = RegistryServer.start(HOME, directory.resolve("registry"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsRegisteredUnderTheTopicIsReadBackById() throws Exception {
        try (var writing = connect(server.url(), Map.of());
                var reading = connect(server.url(), Map.of())) {
            var bytes = Contracts.ACCESS_EVENT
                    .serializer(writing, Wire.impatient())
                    .serialize("access-logs", Wire.fullEvent());

            int id = writing.client()
                    .getLatestSchemaMetadata("access-logs-value")
                    .getId();
            assertThat(bytes[0]).isZero();
            assertThat(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt()).isEqualTo(id);
            assertThat(new AccessEventDecoder(reading).decode(bytes)).isEqualTo(new Decoded.Value<>(Wire.fullEvent()));
        }
    }

    @Test
    void everyContractIsAcceptedAndReadBack() throws Exception {
        try (var registry = connect(server.url(), Map.of())) {
            survives(Contracts.REGION_POLICY, "region-policies", Samples.policy(), registry);
            survives(Contracts.ORGANIZATION, "organizations", Samples.organization(), registry);
            survives(Contracts.NOTICE, "compliance-notices", Samples.notice(), registry);
            survives(Contracts.CASE_EVENT, "case-events", Samples.caseEvent(), registry);
            Contracts.REGIONAL_TRAFFIC
                    .serializer(registry, Wire.impatient())
                    .serialize("regional-traffic", Samples.judgedTally());

            assertThat(registry.client().getAllSubjects())
                    .contains(
                            "region-policies-value",
                            "organizations-value",
                            "compliance-notices-value",
                            "case-events-value",
                            "regional-traffic-value");
        }
    }

    @Test
    void anUnknownIdIsDeniedByTheRealServerToo() {
        try (var registry = connect(server.url(), Map.of())) {
            assertThat(new AccessEventDecoder(registry).decode(Wire.framed(987_654, new byte[9])))
                    .isEqualTo(new Decoded.Undecodable<AccessEvent>(
                            UndecodableReason.UNKNOWN_SCHEMA_ID, null, "the registry has no schema 987654"));
        }
    }

    @Test
    void aBreakingChangeIsRefusedAndACompatibleOneIsNot() throws Exception {
        try (var registry = connect(server.url(), Map.of())) {
            var client = registry.client();
            var subject = "evolving-value";
            client.register(subject, new AvroSchema(changed("\"evolving\"", "")));
            client.updateConfig(subject, new Config("FULL_TRANSITIVE"));

            var breaking = new AvroSchema(changed("{\"name\":\"method\"", "{\"name\":\"verb\""));
            assertThatThrownBy(() -> client.register(subject, breaking))
                    .isInstanceOfSatisfying(
                            RestClientException.class,
                            e -> assertThat(e.getStatus()).isEqualTo(409));
            var added = "{\"name\":\"tenant\",\"type\":[\"null\",\"string\"],\"default\":null},{\"name\":\"method\"";
            client.register(subject, new AvroSchema(changed("{\"name\":\"method\"", added)));
            assertThat(client.getAllVersions(subject)).containsExactly(1, 2);
        }
    }

    @Test
    void withoutPermissionToRegisterAnUnknownSchemaIsNotWritten() {
        try (var registry = connect(server.url(), Map.of("auto.register.schemas", "false"))) {
            var serializer = Contracts.ACCESS_EVENT.serializer(registry, Wire.impatient());

            assertThatThrownBy(() -> serializer.serialize("never-registered", Wire.fullEvent()))
                    .hasMessageContaining("the schema registry refuses the schema of never-registered");
        }
    }

    @Test
    void credentialsAreSent() throws Exception {
        var expected = "Basic " + Base64.getEncoder().encodeToString("whence:secret".getBytes(StandardCharsets.UTF_8));
        try (var proxy = RegistryProxy.demanding(expected, server.url());
                var stranger = connect(proxy.url(), Map.of());
                var known = connect(
                        proxy.url(),
                        Map.of(
                                "basic.auth.credentials.source", "USER_INFO",
                                "basic.auth.user.info", "whence:secret"))) {
            var bytes = written("with-credentials", known);

            assertThat(proxy.credentials()).isNotEmpty().containsOnly(expected);
            assertThatThrownBy(() -> new AccessEventDecoder(stranger).decode(bytes))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("401");
            assertThat(new AccessEventDecoder(known).decode(bytes)).isInstanceOf(Decoded.Value.class);
        }
    }

    @Test
    void aBearerTokenIsSent() throws Exception {
        try (var proxy = RegistryProxy.demanding("Bearer token-1", server.url());
                var known = connect(
                        proxy.url(),
                        Map.of(
                                "bearer.auth.credentials.source", "STATIC_TOKEN",
                                "bearer.auth.token", "token-1"))) {
            written("with-token", known);

            assertThat(proxy.credentials()).isNotEmpty().containsOnly("Bearer token-1");
        }
    }

    @Test
    void aCertificateIsTrustedWhenTheSettingsSaySo() throws Exception {
        var tls = SelfMadeTls.in(directory);
        try (var proxy = RegistryProxy.encrypted(tls.context(), server.url());
                var trusting = connect(
                        proxy.url(),
                        Map.of(
                                "schema.registry.ssl.truststore.location",
                                tls.store().toString(),
                                "schema.registry.ssl.truststore.password",
                                SelfMadeTls.PASSWORD,
                                "schema.registry.ssl.truststore.type",
                                "PKCS12"));
                var wary = connect(proxy.url(), Map.of())) {
            var bytes = written("encrypted", trusting);

            assertThat(new AccessEventDecoder(trusting).decode(bytes)).isInstanceOf(Decoded.Value.class);
            assertThatThrownBy(() -> new AccessEventDecoder(wary).decode(bytes))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("PKIX");
        }
    }

    @Test
    void anOutageHoldsRecordsBackAndLosesNone() throws Exception {
        var first = RegistryServer.start(HOME, directory.resolve("outage-1"));
        var records = new ArrayList<byte[]>();
        try (var writing = connect(first.url(), Map.of())) {
            for (int record = 0; record < 100; record++) {
                records.add(written("access-logs", writing));
            }
        }
        first.process().destroyForcibly();
        first.close();
        var health = new RegistryHealth(CLOCK);
        try (var reading = connect(first.url(), Map.of())) {
            var waits = new Patience.Waits(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMinutes(2));
            var patience = new Patience(waits, CLOCK, Patience.SLEEPING, health);
            var decoder = new RetryingDecoder<>(new AccessEventDecoder(reading), patience);
            var decoded = CompletableFuture.supplyAsync(
                    () -> records.stream().map(decoder::decode).toList());
            Awaitility.await().until(() -> health.outage().isPresent());
            assertThat(decoded).isNotDone();

            try (var second = RegistryServer.start(HOME, directory.resolve("outage-2"), first.port());
                    var writing = connect(second.url(), Map.of())) {
                written("access-logs", writing);
                assertThat(decoded.get(2, TimeUnit.MINUTES))
                        .hasSize(100)
                        .containsOnly(new Decoded.Value<>(Wire.fullEvent()));
                assertThat(health.outage()).isEmpty();
            }
        }
    }

    private static <D> void survives(Contract<D> contract, String topic, D value, SchemaRegistry registry) {
        var bytes = contract.serializer(registry, Wire.impatient()).serialize(topic, value);
        assertThat(contract.decoder(registry).decode(bytes)).as(topic).isEqualTo(new Decoded.Value<>(value));
    }

    private static byte[] written(String topic, SchemaRegistry registry) {
        return Contracts.ACCESS_EVENT.serializer(registry, Wire.impatient()).serialize(topic, Wire.fullEvent());
    }

    private static SchemaRegistry connect(String url, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("schema.registry.url", url);
        return SchemaRegistry.connect(settings, CLOCK);
    }

    private static Schema changed(String before, String after) {
        var contract = io.whence.contracts.AccessEvent.getClassSchema().toString();
        return new Schema.Parser().parse(contract.replace(before, after));
    }
}
