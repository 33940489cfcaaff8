/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.whence.contracts.AccessEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessEventDecoderTest extends AccessEventDecoding {

    @Test
    void readsWhatTheConfluentSerializerWrites() {
        assertThat(decoder.decode(Wire.written(Wire.fullEvent(), registry)))
                .isEqualTo(new Decoded.Value<>(Wire.fullEvent()));
        assertThat(decoder.decode(Wire.written(Wire.sparseEvent(), registry)))
                .isEqualTo(new Decoded.Value<>(Wire.sparseEvent()));
    }

    @Test
    void aTombstoneIsNoEvent() {
        expect(null, UndecodableReason.NULL_VALUE, null);
    }

    @Test
    void anEmptyValueIsNoEvent() {
        expect(new byte[0], UndecodableReason.EMPTY_VALUE, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event_id\":\"1\"}", "\u001f\u008b", "\n\u0005hello", "x", "<?xml version='1.0'?>"})
    void otherFormatsAreToldByTheirFirstByte(String text) {
        expect(text.getBytes(StandardCharsets.ISO_8859_1), UndecodableReason.WRONG_MAGIC_BYTE, null);
    }

    @Test
    void aSerializedJavaObjectIsNotTouched() {
        expect(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'}, UndecodableReason.WRONG_MAGIC_BYTE, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSchemaIdMustBeWhole(int length) {
        expect(new byte[length], UndecodableReason.TRUNCATED_HEADER, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 424242, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void anIdTheRegistryDeniesIsUnknown(int id) {
        expect(Wire.framed(id, new byte[] {2, 'x'}), UndecodableReason.UNKNOWN_SCHEMA_ID, null);
    }

    @Test
    void theIdOfAnotherSubjectIsIncompatible() {
        int id = Wire.register(io.whence.contracts.Organization.getClassSchema(), registry);

        expect(Wire.framed(id, new byte[] {2, 'x'}), UndecodableReason.INCOMPATIBLE_SCHEMA, null);
    }

    @Test
    void aRecordWithoutABodyEndsInItsFirstField() {
        var header = Arrays.copyOf(Wire.written(Wire.fullEvent(), registry), 5);

        expect(header, UndecodableReason.TRUNCATED_BODY, "event_id");
    }

    @Test
    void aRecordCutAnywhereIsNeverAnEvent() {
        var whole = Wire.written(Wire.fullEvent(), registry);

        for (int length = 5; length < whole.length; length++) {
            assertThat(decoder.decode(Arrays.copyOf(whole, length)))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
                        assertThat(undecodable.reason()).isEqualTo(UndecodableReason.TRUNCATED_BODY);
                        assertThat(undecodable.field()).isNotNull();
                    });
        }
    }

    @Test
    void aFlippedBitIsReadOrRefusedButNeverThrows() {
        var whole = Wire.written(Wire.fullEvent(), registry);
        int refused = 0;

        for (int bit = 0; bit < whole.length * 8; bit++) {
            var damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            var decoded = decoder.decode(damaged);
            refused += decoded instanceof Decoded.Undecodable ? 1 : 0;
            assertThat(decoded).as("bit %d", bit).isNotEqualTo(new Decoded.Value<>(Wire.fullEvent()));
        }

        assertThat(refused).as("flips that were noticed").isGreaterThan(whole.length);
        assertThat(decoder.decode(whole)).isEqualTo(new Decoded.Value<>(Wire.fullEvent()));
    }

    @Test
    void bytesAfterTheLastFieldAreNoticed() {
        var whole = Wire.written(Wire.fullEvent(), registry);

        expect(Arrays.copyOf(whole, whole.length + 1), UndecodableReason.TRAILING_BYTES, null);
    }

    @Test
    void aForwardingChainKeepsTheHopsNearestToUs() {
        var chain = "198.51.100.1, ".repeat(10_000) + "203.0.113.9";

        var cut = AccessField.FORWARDED_FOR.text(chain.getBytes(StandardCharsets.US_ASCII), 0, chain.length());

        assertThat(cut).hasSizeLessThanOrEqualTo(AccessField.LONGEST_TEXT).endsWith(", 203.0.113.9");
        assertThat(cut.split(", ")[1]).isEqualTo("198.51.100.1");
        assertThat(AccessField.FORWARDED_FOR.text(chain)).isEqualTo(cut);
    }

    @Test
    void randomBytesNeverThrow() {
        int id = Wire.register(AccessEvent.getClassSchema(), registry);
        long seed = 20240709;
        var random = new Random(seed);

        for (int round = 0; round < 20_000; round++) {
            var body = new byte[random.nextInt(64)];
            random.nextBytes(body);
            assertThatCode(() -> decoder.decode(Wire.framed(id, body)))
                    .as("seed %d, round %d", seed, round)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void extremeTimestampsAndMeasurementsAreForTheRulesToJudge() {
        var event = new GenericData.Record(AccessEvent.getClassSchema());
        Wire.fillRequired(event);
        event.put("timestamp", Long.MAX_VALUE);
        event.put("tcp_rtt_millis", Float.NaN);
        int id = Wire.register(AccessEvent.getClassSchema(), registry);

        var decoded = (io.whence.domain.access.AccessEvent)
                ((Decoded.Value<?>) decoder.decode(Wire.framed(id, Wire.body(event)))).value();

        assertThat(decoded.timestamp().toEpochMilli()).isEqualTo(Long.MAX_VALUE);
        assertThat(decoded.tcpRttMillis()).isNaN();
    }

    @Test
    void aDecoderThatFailsOnARecordLosesThatRecordOnly() {
        var failing = new FramedDecoder<String>(registry.writerSchemas(), writer -> (value, from) -> {
            throw new StackOverflowError();
        });
        var broken = new FramedDecoder<String>(registry.writerSchemas(), writer -> (value, from) -> {
            throw new AssertionError("a defect");
        });
        var value = Wire.written(Wire.fullEvent(), registry);

        assertThat(reasonOf(failing.decode(value))).isEqualTo(UndecodableReason.DECODER_ERROR);
        assertThat(reasonOf(broken.decode(value))).isEqualTo(UndecodableReason.DECODER_ERROR);
    }

    @Test
    void aMachineThatIsOutOfMemoryOrIncompleteIsNotTheRecordsFault() {
        var value = Wire.written(Wire.fullEvent(), registry);

        for (Error fault : new Error[] {new OutOfMemoryError("planted"), new NoClassDefFoundError("planted")}) {
            var failing = new FramedDecoder<String>(registry.writerSchemas(), writer -> (bytes, from) -> {
                throw fault;
            });
            assertThatCode(() -> failing.decode(value)).isSameAs(fault);
        }
    }

    private static UndecodableReason reasonOf(Decoded<?> decoded) {
        return ((Decoded.Undecodable<?>) decoded).reason();
    }
}
