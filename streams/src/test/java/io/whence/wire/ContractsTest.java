/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.PolicyYaml;
import io.whence.contracts.AccessEvent;
import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.Organization;
import io.whence.domain.evidence.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
    private final SchemaRegistry registry = Wire.registry();

    @AfterEach
    void close() {
        registry.close();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(Contracts.ACCESS_EVENT, Wire.fullEvent()),
                Arguments.of(Contracts.ACCESS_EVENT, Wire.sparseEvent()),
                Arguments.of(Contracts.REGION_POLICY, Samples.policy()),
                Arguments.of(Contracts.ORGANIZATION, Samples.organization()),
                Arguments.of(Contracts.ORGANIZATION, Organization.unknown("org-2")),
                Arguments.of(Contracts.NOTICE, Samples.notice()),
                Arguments.of(Contracts.CASE_EVENT, Samples.caseEvent()));
    }

    @ParameterizedTest
    @MethodSource("readable")
    <D> void whatIsWrittenIsReadBack(Contract<D> contract, D value) {
        var serde = contract.serde(registry, Wire.impatient());

        var bytes = serde.serializer().serialize("topic", value);

        assertThat(bytes[0]).isZero();
        assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(value);
        assertThat(contract.decoder(registry).decode(bytes)).isEqualTo(new Decoded.Value<>(value));
    }

    @ParameterizedTest
    @MethodSource("readable")
    <D> void jsonIsReadBackToo(Contract<D> contract, D value) {
        assertThat(contract.fromJson(contract.toJson(value))).isEqualTo(new Decoded.Value<>(value));
    }

    @ParameterizedTest
    @MethodSource("readable")
    <D> void damageIsReadOrRefusedButNeverThrows(Contract<D> contract, D value) {
        var decoder = contract.decoder(registry);
        var whole = contract.serializer(registry, Wire.impatient()).serialize("topic", value);
        int bits = Math.min(whole.length, 600) * 8;

        for (int bit = 0; bit < bits; bit++) {
            var damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(decoder.decode(damaged)).as("bit %d", bit).isNotNull();
        }
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(decoder.decode(Arrays.copyOf(whole, length)))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(Decoded.Undecodable.class);
        }
    }

    @Test
    void aTombstoneStaysOne() {
        var serde = Contracts.ORGANIZATION.serde(registry, Wire.impatient());

        assertThat(serde.serializer().serialize("topic", null)).isNull();
        assertThat(serde.deserializer().deserialize("topic", null)).isNull();
    }

    @Test
    void theBundledPoliciesSurviveTheWire() throws Exception {
        for (var id : PolicyYaml.bundledIds()) {
            var policy = PolicyYaml.load(id).compile().orThrow();
            assertThat(Contracts.REGION_POLICY.fromJson(Contracts.REGION_POLICY.toJson(policy)))
                    .as(id)
                    .isEqualTo(new Decoded.Value<>(policy));
        }
    }

    @Test
    void aPolicyThatDoesNotCompileIsRefusedWithEveryProblem() {
        var json = Contracts.REGION_POLICY.toJson(Samples.policy());

        var decoded = Contracts.REGION_POLICY.fromJson(
                json.replace("\"GB\"", "\"XX\"").replace("\"grace_seconds\":1296000", "\"grace_seconds\":-1"));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
            assertThat(undecodable.reason()).isEqualTo(UndecodableReason.INVALID_VALUE);
            assertThat(undecodable.message()).contains("XX").contains("grace");
        });
    }

    @Test
    void regionalTrafficIsToldInFull() {
        assertThat(Contracts.REGIONAL_TRAFFIC.toJson(Samples.judgedTally()))
                .isEqualTo("{\"organization_id\":\"org-1\",\"region\":\"CN\",\"day\":\"2024-07-09\","
                        + "\"network_type\":\"EYEBALL\",\"disputed\":true,\"requests\":1000,\"refused\":25,"
                        + "\"addresses\":2,\"first_seen\":\"2024-07-09T00:00:00Z\","
                        + "\"last_seen\":\"2024-07-09T12:00:00.123Z\","
                        + "\"keys\":[{\"api_key_id\":\"key-1\",\"requests\":600},"
                        + "{\"api_key_id\":\"key-2\",\"requests\":375}],"
                        + "\"networks\":[{\"prefix\":\"203.0.113.0/24\",\"asn\":4134,\"name\":\"Example Telecom\","
                        + "\"type\":\"EYEBALL\",\"requests\":900},{\"prefix\":\"198.51.100.0/24\",\"asn\":null,"
                        + "\"name\":null,\"type\":\"EYEBALL\",\"requests\":75}],"
                        + "\"standings\":[{\"policy_id\":\"openai-api\",\"policy_version\":1,"
                        + "\"standing\":\"INDETERMINATE\"}],\"product\":\"chat\"}");
    }

    @Test
    void anAssessmentNamesItsExplanationsMostProbableFirst() throws Exception {
        var json = new ObjectMapper().readTree(Contracts.ASSESSMENT.toJson(Samples.assessment()));

        assertThat(json.get("unsupported_requests").asLong()).isEqualTo(1_000);
        assertThat(json.get("policy_version").asInt()).isEqualTo(1);
        assertThat(json.get("explanations").findValuesAsText("classification")).containsExactly("DIRECT", "TRAVELLER");
        assertThat(json.get("explanations").get(0).get("probability").asDouble())
                .isEqualTo(Samples.assessment().probability());
    }

    @Test
    void aNoticeAnswersTheSixQuestions() throws Exception {
        var json = new ObjectMapper().readTree(Contracts.NOTICE.toJson(Samples.notice()));
        var region = json.get("regions").get(0);

        assertThat(region.get("keys").get(0).get("api_key_id").asText())
                .as("which key")
                .isEqualTo("key-1");
        assertThat(region.get("region").asText()).as("from where").isEqualTo("CN");
        assertThat(region.get("networks").get(0).get("prefix").asText()).isEqualTo("203.0.113.0/24");
        assertThat(region.get("first_seen").asText()).as("when").isEqualTo("2024-07-09T00:00:00Z");
        assertThat(region.get("requests").asLong()).as("how much").isEqualTo(1_000);
        assertThat(json.get("probability").asDouble()).as("how sure").isEqualTo(0.587);
        assertThat(json.get("remedy").asText()).as("what now").isEqualTo("Stop using the API from CN.");
        assertThat(json.get("mode").asText()).isEqualTo("LIVE");
        assertThat(json.get("organization_name").asText()).isEqualTo("Example Ltd");
        assertThat(json.get("policy_title").asText()).startsWith("OpenAI API");
        assertThat(json.get("summary").asText()).isEqualTo("1,000 requests from China in one day.");
    }

    @Test
    void aCaseEventKeepsTheHashThatItWasSealedWith() {
        var bytes = Contracts.CASE_EVENT.serializer(registry, Wire.impatient()).serialize("t", Samples.caseEvent());

        var read = ((Decoded.Value<io.whence.domain.cases.CaseEvent>)
                        Contracts.CASE_EVENT.decoder(registry).decode(bytes))
                .value();

        assertThat(read.hash())
                .isEqualTo(read.expectedHash())
                .isEqualTo(Samples.caseEvent().hash());
    }

    @Test
    void whatCannotBeReadBackSaysSo() {
        var serde = Contracts.REGIONAL_TRAFFIC.serde(registry, Wire.impatient());
        var bytes = serde.serializer().serialize("topic", Samples.judgedTally());

        assertThatThrownBy(() -> serde.deserializer().deserialize("topic", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("read it as JSON");
        assertThat(Contracts.REGIONAL_TRAFFIC.jsonDecoder(registry).decode(bytes))
                .isEqualTo(new Decoded.Value<>(Contracts.REGIONAL_TRAFFIC.toJson(Samples.judgedTally())));
    }

    @Test
    void anythingThatTravelsCanBeReadAsJson() {
        var bytes = Contracts.NOTICE.serializer(registry, Wire.impatient()).serialize("topic", Samples.notice());

        assertThat(Contracts.NOTICE.jsonDecoder(registry).decode(bytes))
                .isEqualTo(new Decoded.Value<>(Contracts.NOTICE.toJson(Samples.notice())));
    }

    @Test
    void aRegisteredSchemaHoldsNothingOfJava() throws Exception {
        Contracts.NOTICE.serializer(registry, Wire.impatient()).serialize("compliance-notices", Samples.notice());

        var registered = registry.client().getLatestSchemaMetadata("compliance-notices-value");

        assertThat(registered.getSchema()).doesNotContain("avro.java.string").contains("\"doc\"");
        assertThat(registry.client().getAllSubjects()).containsExactly("compliance-notices-value");
    }

    @Test
    void everySymbolOfTheDomainIsInTheContracts() {
        assertCovers(io.whence.domain.origin.NetworkType.values(), io.whence.contracts.NetworkType.class);
        assertCovers(io.whence.domain.policy.Standing.values(), io.whence.contracts.Standing.class);
        assertCovers(io.whence.domain.policy.PolicyMode.values(), io.whence.contracts.PolicyMode.class);
        assertCovers(io.whence.domain.cases.Classification.values(), io.whence.contracts.Classification.class);
        assertCovers(io.whence.domain.cases.NoticeKind.values(), io.whence.contracts.NoticeKind.class);
        assertCovers(io.whence.domain.origin.Agreement.values(), io.whence.contracts.Agreement.class);
        assertCovers(io.whence.domain.access.Channel.values(), io.whence.contracts.Channel.class);
        assertThat(Family.values()).isNotEmpty();
    }

    private static <C extends Enum<C>> void assertCovers(Enum<?>[] domain, Class<C> contract) {
        assertThat(domain)
                .allSatisfy(symbol ->
                        assertThat(Symbols.toContract(contract, symbol).name()).isEqualTo(symbol.name()));
    }

    @Test
    void aSymbolOfTheFutureIsRefusedByName() {
        var json = Contracts.NOTICE.toJson(Samples.notice()).replace("\"WARNING\"", "\"UNKNOWN\"");

        assertThat(Contracts.NOTICE.fromJson(json))
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.INVALID_VALUE, "noticekind", "'UNKNOWN' is not known to this version"));
    }

    @Test
    void aDeadLetterOfAHugeRecordStaysSmall() throws Exception {
        var payload = new byte[900_000];
        Arrays.fill(payload, (byte) 'x');
        var letter = new DeadLetter(
                "FIELD_TOO_LONG", null, "é".repeat(200_000), "t", 0, 0, Samples.DAY, new byte[100_000], payload);

        var bytes = Contracts.DEAD_LETTER.serializer(registry, Wire.impatient()).serialize("dead-letters", letter);
        var json = new ObjectMapper()
                .readTree(((Decoded.Value<String>)
                                Contracts.DEAD_LETTER.jsonDecoder(registry).decode(bytes))
                        .value());

        assertThat(bytes).hasSizeLessThan(72_000);
        assertThat(json.get("payload").binaryValue()).hasSize(65_536);
        assertThat(json.get("payload_length").asLong()).isEqualTo(900_000);
        assertThat(json.get("payload_sha256").asText()).isEqualTo(sha256(payload));
        assertThat(json.get("key").binaryValue()).hasSize(1_024);
        assertThat(json.get("message").asText().getBytes(StandardCharsets.UTF_8))
                .hasSize(4_096);
        assertThat(json.get("message").asText()).endsWith("é");
    }

    private static String sha256(byte[] payload) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
    }

    @Test
    void aDeadLetterTellsItsRecordInFull() throws Exception {
        var payload = new byte[] {0, 1, (byte) 0xff};

        assertThat(Contracts.DEAD_LETTER.toJson(Samples.deadLetter(payload)))
                .isEqualTo("{\"reason\":\"TRUNCATED_BODY\",\"message\":\"the record ends here\","
                        + "\"field\":\"event_id\",\"topic\":\"access-logs\",\"partition\":3,"
                        + "\"offset\":1099511627776,\"timestamp\":\"2024-07-09T00:00:00Z\",\"key\":\"AQI=\","
                        + "\"payload\":\"AAH/\",\"payload_length\":3,\"payload_sha256\":\"" + sha256(payload) + "\"}");
        assertThat(Contracts.DEAD_LETTER.toJson(Samples.deadLetter(null)))
                .contains("\"payload\":null,\"payload_length\":0,\"payload_sha256\":null");
    }

    @Test
    void aContractMayNotHoldTextThatIsNotUtf8() {
        var organization = new GenericData.Record(io.whence.contracts.Organization.getClassSchema());
        organization.put("organization_id", "org\u0001");
        organization.put("registered_egress_networks", List.of());
        int id = Wire.register(io.whence.contracts.Organization.getClassSchema(), registry);
        var body = Wire.body(organization);
        body[4] = (byte) 0xff;

        assertThat(Contracts.ORGANIZATION.decoder(registry).decode(Wire.framed(id, body)))
                .isEqualTo(
                        new Decoded.Undecodable<>(UndecodableReason.INVALID_UTF8, "organization_id", "is not UTF-8"));
    }

    @Test
    void bytesAfterAContractAreNoticed() {
        var bytes = Contracts.ORGANIZATION
                .serializer(registry, Wire.impatient())
                .serialize("topic", Samples.organization());

        var decoded = Contracts.ORGANIZATION.decoder(registry).decode(Arrays.copyOf(bytes, bytes.length + 1));

        assertThat(decoded)
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.TRAILING_BYTES, null, "bytes after the last field"));
    }

    @Test
    void aContractOfAnotherTopicIsIncompatible() {
        int id = Wire.register(AccessEvent.getClassSchema(), registry);

        assertThat(Contracts.NOTICE.decoder(registry).decode(Wire.framed(id, new byte[10])))
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        undecodable ->
                                assertThat(undecodable.reason()).isEqualTo(UndecodableReason.INCOMPATIBLE_SCHEMA));
    }

    @Test
    void anOlderWriterOfAContractIsRead() {
        var fields = List.of(new Schema.Field("organization_id", Schema.create(Schema.Type.STRING)));
        var writer = Schema.createRecord("Organization", "", "io.whence.contracts", false, fields);
        var record = new GenericData.Record(writer);
        record.put("organization_id", "org-9");

        var bytes = Wire.framed(Wire.register(writer, registry), Wire.body(record));

        assertThat(Contracts.ORGANIZATION.decoder(registry).decode(bytes))
                .isEqualTo(new Decoded.Value<>(Organization.unknown("org-9")));
    }

    static Stream<Arguments> faultyOrganizations() {
        return Stream.of(
                Arguments.of("{}", "MISSING_FIELD organization_id is missing"),
                Arguments.of("[]", "WRONG_TYPE null is not a JSON object"),
                Arguments.of("{\"organization_id\":1}", "WRONG_TYPE organization_id is not text"),
                Arguments.of(
                        "{\"organization_id\":\"o\",\"declared_county\":\"DE\"}",
                        "INVALID_VALUE declared_county is no field of Organization"),
                Arguments.of(
                        "{\"organization_id\":\"o\",\"created_at\":\"yesterday\"}",
                        "INVALID_VALUE created_at is not a moment like 2024-07-09T00:00:00Z"),
                Arguments.of(
                        "{\"organization_id\":\"o\",\"registered_egress_networks\":\"x\"}",
                        "WRONG_TYPE registered_egress_networks is not a list"),
                Arguments.of("{\"organization_id\":\"o\"", "MALFORMED_JSON null is not JSON from column 23 on"),
                Arguments.of("{\"organization_id\":\"o\"} x", "MALFORMED_JSON null is not JSON from column 25 on"),
                Arguments.of(
                        "{\"organization_id\":\"o\",\"organization_id\":\"p\"}",
                        "MALFORMED_JSON null is not JSON from column 41 on"));
    }

    @ParameterizedTest
    @MethodSource("faultyOrganizations")
    void jsonThatIsNotOfTheContractIsRefusedByField(String json, String expected) {
        assertThat(Contracts.ORGANIZATION.fromJson(json))
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        undecodable -> assertThat(
                                        undecodable.reason() + " " + undecodable.field() + " " + undecodable.message())
                                .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"declared_country\":\"Germany\"",
                "\"billing_country\":\"de\"",
                "\"registered_egress_networks\":[\"203.0.113.9/24\"]"
            })
    void whatTheDomainRefusesIsNamedByField(String field) {
        var decoded = Contracts.ORGANIZATION.fromJson("{\"organization_id\":\"o\"," + field + "}");

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
            assertThat(undecodable.reason()).isEqualTo(UndecodableReason.INVALID_VALUE);
            assertThat(field).contains("\"" + undecodable.field() + "\"");
        });
    }

    @Test
    void jsonNestedBeyondReasonIsRefused() {
        var json = "{\"organization_id\":" + "[".repeat(100_000);

        assertThat(Contracts.ORGANIZATION.fromJson(json))
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        undecodable -> assertThat(undecodable.reason()).isEqualTo(UndecodableReason.MALFORMED_JSON));
    }
}
