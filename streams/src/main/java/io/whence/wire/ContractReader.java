/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads contracts of one writer schema with Avro's own reader, held to what Avro lets pass: text that is not UTF-8, and
 * bytes after the end. For topics that carry little; access events have a reader of their own.
 *
 * @param <A> the contract
 */
final class ContractReader<A extends SpecificRecord> implements BodyReader<A> {
    private final Schema writer;
    private final Schema contract;

    private ContractReader(Schema writer, Schema contract) {
        this.writer = writer;
        this.contract = contract;
    }

    /**
     * Prepares for records of one writer.
     *
     * @throws Malformed when the contract cannot be read from such records
     */
    static <A extends SpecificRecord> ContractReader<A> of(Schema writer, Schema contract) {
        var obstacles = SchemaCompatibility.checkReaderWriterCompatibility(contract, writer)
                .getResult()
                .getIncompatibilities();
        if (!obstacles.isEmpty()) {
            var first = obstacles.get(0);
            throw new Malformed(
                    UndecodableReason.INCOMPATIBLE_SCHEMA,
                    "not readable as " + contract.getName() + ": " + first.getType() + " at " + first.getLocation());
        }
        return new ContractReader<>(writer, contract);
    }

    @Override
    public A read(byte[] value, int from) {
        try {
            var decoder = DecoderFactory.get().binaryDecoder(value, from, value.length - from, null);
            var read = new StrictReader<A>(writer, contract).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new Malformed(UndecodableReason.TRAILING_BYTES, "bytes after the last field");
            }
            return read;
        } catch (IOException e) {
            throw faulty(e);
        }
    }

    private static Malformed faulty(Exception e) {
        if (e instanceof Malformed known) {
            return known;
        }
        return e instanceof EOFException
                ? new Malformed(UndecodableReason.TRUNCATED_BODY, "the record ends here")
                : new Malformed(UndecodableReason.MALFORMED_BODY, e.toString());
    }

    private static final class StrictReader<A> extends SpecificDatumReader<A> {
        StrictReader(Schema writer, Schema contract) {
            super(writer, contract, AvroModel.DATA);
        }

        @Override
        protected Object readString(@Nullable Object old, Schema expected, Decoder in) throws IOException {
            Utf8 text = in.readString((Utf8) null);
            return AccessField.strictly(ByteBuffer.wrap(text.getBytes(), 0, text.getByteLength()));
        }

        @Override
        protected void readField(
                Object record, Schema.Field field, @Nullable Object old, ResolvingDecoder in, @Nullable Object state)
                throws IOException {
            try {
                super.readField(record, field, old, in, state);
            } catch (EOFException | Malformed | AvroRuntimeException | IndexOutOfBoundsException e) {
                throw faulty(e).in(field.name());
            }
        }
    }
}
