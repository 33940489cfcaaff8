/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.config.PolicyYaml;
import io.whence.domain.cases.Organization;
import io.whence.domain.evidence.Family;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest extends RegisteredContracts {

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(Contracts.ACCESS_EVENT, Wire.fullEvent()),
                Arguments.of(Contracts.ACCESS_EVENT, Wire.sparseEvent()),
                Arguments.of(Contracts.REGION_POLICY, Samples.policy()),
                Arguments.of(Contracts.ORGANIZATION, Samples.organization()),
                Arguments.of(Contracts.ORGANIZATION, Organization.unknown("org-2")),
                Arguments.of(Contracts.NOTICE, Samples.notice()),
                Arguments.of(
                        Contracts.CASE_HEAD,
                        io.whence.domain.cases.CaseHead.of(Samples.caseEvent()).signedWith("c2lnbmF0dXJl")),
                Arguments.of(Contracts.CONTROL, Samples.control(null)),
                Arguments.of(Contracts.CONTROL, Samples.control(Wire.NOON.truncatedTo(ChronoUnit.MILLIS))),
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
        assertCovers(io.whence.domain.cases.ControlKind.values(), io.whence.contracts.ControlKind.class);
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
    void anOlderWriterOfAContractIsRead() {
        var fields = List.of(new Schema.Field("organization_id", Schema.create(Schema.Type.STRING)));
        var writer = Schema.createRecord("Organization", "", "io.whence.contracts", false, fields);
        var record = new GenericData.Record(writer);
        record.put("organization_id", "org-9");

        var bytes = Wire.framed(Wire.register(writer, registry), Wire.body(record));

        assertThat(Contracts.ORGANIZATION.decoder(registry).decode(bytes))
                .isEqualTo(new Decoded.Value<>(Organization.unknown("org-9")));
    }
}
