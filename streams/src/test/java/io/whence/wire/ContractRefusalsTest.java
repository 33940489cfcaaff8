/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.contracts.AccessEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no record of a contract, and which of its fields says so. */
class ContractRefusalsTest extends RegisteredContracts {

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
    void aSymbolOfTheFutureIsRefusedByName() {
        var json = Contracts.NOTICE.toJson(Samples.notice()).replace("\"WARNING\"", "\"UNKNOWN\"");

        assertThat(Contracts.NOTICE.fromJson(json))
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.INVALID_VALUE, "noticekind", "'UNKNOWN' is not known to this version"));
    }

    @Test
    void aContractMayNotHoldTextThatIsNotUtf8() {
        var organization = new GenericData.Record(io.whence.contracts.Organization.getClassSchema());
        organization.put("organization_id", "org\u0001");
        organization.put("registered_egress_networks", List.of());
        organization.put("exemptions", List.of());
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
