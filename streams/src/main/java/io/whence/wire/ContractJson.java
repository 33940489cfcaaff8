/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The one JSON form of the contracts, byte for byte the same for the same record. */
final class ContractJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private ContractJson() {}

    /** Writes a record on one line: every field, in the order of the contract, null where there is nothing. */
    static String write(IndexedRecord contract) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var generator = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            writeRecord(contract, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record.
     *
     * @throws Malformed when it is not JSON or not of the contract; names the field
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the schema says which
    static <A extends SpecificRecord> A read(byte[] json, Schema contract) {
        JsonNode node;
        try {
            node = READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        @SuppressWarnings("unchecked") // the schema is the contract's, and the model makes its class
        A read = (A) ContractFromJson.record(node, contract);
        return read;
    }

    /** Says where, but not what: the text may be personal. */
    static Malformed notJson(JsonProcessingException e) {
        var at = e.getLocation();
        return new Malformed(
                UndecodableReason.MALFORMED_JSON,
                at == null ? "is not JSON" : "is not JSON from column " + at.getColumnNr() + " on");
    }

    private static void writeRecord(IndexedRecord contract, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (var field : contract.getSchema().getFields()) {
            to.writeFieldName(field.name());
            writeValue(contract.get(field.pos()), to);
        }
        to.writeEndObject();
    }

    private static void writeValue(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof IndexedRecord contract) {
            writeRecord(contract, to);
        } else if (value instanceof Collection<?> items) {
            to.writeStartArray();
            for (var item : items) {
                writeValue(item, to);
            }
            to.writeEndArray();
        } else if (value instanceof ByteBuffer bytes) {
            writeBytes(bytes.duplicate(), to);
        } else if (value instanceof Number number) {
            writeNumber(number, to);
        } else if (value instanceof Boolean truth) {
            to.writeBoolean(truth);
        } else {
            to.writeString(value.toString());
        }
    }

    private static void writeBytes(ByteBuffer from, JsonGenerator to) throws IOException {
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        to.writeBinary(bytes);
    }

    /** JSON has no number for what is not one. */
    private static void writeNumber(Number number, JsonGenerator to) throws IOException {
        if (number instanceof Float && !Float.isFinite(number.floatValue())
                || number instanceof Double && !Double.isFinite(number.doubleValue())) {
            to.writeNull();
        } else if (number instanceof Float) {
            to.writeNumber(number.floatValue());
        } else if (number instanceof Double) {
            to.writeNumber(number.doubleValue());
        } else {
            to.writeNumber(number.longValue());
        }
    }
}
