/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.whence.contracts.AccessEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessEventDecoderTest {
    private final SchemaRegistry registry = Wire.registry();
    private final AccessEventDecoder decoder = new AccessEventDecoder(registry);

    @AfterEach
    void close() {
        registry.close();
    }

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
    void anIdentifierMustBeUtf8() {
        expect(
                handmade(encoder -> bytes(encoder, new byte[] {'o', (byte) 0xff})),
                UndecodableReason.INVALID_UTF8,
                "event_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f8888080", "e282", "80"})
    void whatOnlyLooksLikeUtf8IsRefused(String hex) {
        var text = HexFormat.of().parseHex(hex);

        expect(handmade(encoder -> bytes(encoder, text)), UndecodableReason.INVALID_UTF8, "event_id");
    }

    @Test
    void aCallerCannotEscapeByWritingBytesThatAreNotUtf8() {
        var value = record(encoder -> bytes(encoder, new byte[] {'M', (byte) 0xff}), "/");

        assertThat(decoder.decode(value))
                .isInstanceOfSatisfying(
                        Decoded.Value.class,
                        decoded -> assertThat(((io.whence.domain.access.AccessEvent) decoded.value()).method())
                                .isEqualTo("M\ufffd"));
    }

    @Test
    void anIdentifierMustNotBeEndless() {
        expect(
                handmade(encoder -> bytes(encoder, "o".repeat(300_000).getBytes(StandardCharsets.US_ASCII))),
                UndecodableReason.FIELD_TOO_LONG,
                "event_id");
    }

    @Test
    void aCallerCannotEscapeByAnEndlessPath() {
        var decoded = decoder.decode(record(encoder -> text(encoder, "GET"), "/".repeat(1_000_000)));

        assertThat(((io.whence.domain.access.AccessEvent) ((Decoded.Value<?>) decoded).value()).path())
                .hasSize(AccessField.LONGEST_TEXT);
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
    void aUnionHasNoSixthBranch() {
        expect(afterOrganization(encoder -> encoder.writeIndex(5)), UndecodableReason.MALFORMED_BODY, "project_id");
        expect(afterOrganization(encoder -> encoder.writeIndex(-1)), UndecodableReason.MALFORMED_BODY, "project_id");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 99, -1})
    void anEnumHasNoFurtherSymbol(int symbol) {
        var value = afterOrganization(encoder -> {
            encoder.writeIndex(0);
            encoder.writeIndex(0);
            encoder.writeEnum(symbol);
        });

        expect(value, UndecodableReason.MALFORMED_BODY, "channel");
    }

    @Test
    void aNumberHasNoEleventhByte() {
        var eleven = new byte[11];
        Arrays.fill(eleven, (byte) 0x80);
        eleven[10] = 1;

        expect(handmade(encoder -> encoder.writeFixed(eleven)), UndecodableReason.MALFORMED_BODY, "event_id");
    }

    @Test
    void aNumberHasNoSixtyFifthBit() {
        var tenth = new byte[10];
        Arrays.fill(tenth, (byte) 0x80);
        tenth[9] = 2;

        expect(handmade(encoder -> encoder.writeFixed(tenth)), UndecodableReason.MALFORMED_BODY, "event_id");
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 31, 1L << 62, Long.MAX_VALUE, 500_000_000L})
    void aLengthBombAllocatesNothing(long length) {
        expect(handmade(encoder -> encoder.writeLong(length)), UndecodableReason.TRUNCATED_BODY, "event_id");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Integer.MIN_VALUE, Long.MIN_VALUE})
    void aLengthIsNotNegative(long length) {
        expect(handmade(encoder -> encoder.writeLong(length)), UndecodableReason.MALFORMED_BODY, "event_id");
    }

    @Test
    void aStatusFitsAnInt() {
        var value = record(encoder -> text(encoder, "GET"), "/");
        int status = value.length - 2 - 7;
        assertThat(value[status]).isEqualTo((byte) 0x90);
        var body = ByteBuffer.allocate(value.length + 8)
                .put(value, 0, status)
                .put(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 1})
                .put(new byte[8])
                .array();

        expect(body, UndecodableReason.MALFORMED_BODY, "status");
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

    private void expect(byte[] value, UndecodableReason reason, String field) {
        assertThat(decoder.decode(value)).isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
            assertThat(undecodable.reason()).isEqualTo(reason);
            assertThat(undecodable.field()).isEqualTo(field);
            assertThat(undecodable.message()).isNotBlank();
        });
    }

    private static UndecodableReason reasonOf(Decoded<?> decoded) {
        return ((Decoded.Undecodable<?>) decoded).reason();
    }

    /** A record whose body begins as told and then ends. */
    private byte[] handmade(Write body) {
        return Wire.framed(Wire.register(AccessEvent.getClassSchema(), registry), encoded(body));
    }

    private byte[] afterOrganization(Write rest) {
        return handmade(encoder -> {
            text(encoder, "evt");
            encoder.writeLong(0);
            text(encoder, "org");
            rest.to(encoder);
        });
    }

    /** A whole record with that method and path, and null wherever it may be. */
    private byte[] record(Write method, String path) {
        return afterOrganization(encoder -> {
            encoder.writeIndex(0);
            encoder.writeIndex(0);
            encoder.writeEnum(1);
            text(encoder, "203.0.113.9");
            encoder.writeIndex(0);
            method.to(encoder);
            text(encoder, path);
            encoder.writeInt(200);
            for (int field = 0; field < 7; field++) {
                encoder.writeIndex(0);
            }
        });
    }

    private static void text(BinaryEncoder encoder, String text) throws Exception {
        encoder.writeString(text);
    }

    private static void bytes(BinaryEncoder encoder, byte[] bytes) throws Exception {
        encoder.writeBytes(bytes);
    }

    private static byte[] encoded(Write body) {
        try {
            var out = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(out, null);
            body.to(encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void to(BinaryEncoder encoder) throws Exception;
    }
}
