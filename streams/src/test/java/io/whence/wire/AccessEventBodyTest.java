/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.contracts.AccessEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that a serializer would not write. */
class AccessEventBodyTest extends AccessEventDecoding {

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
