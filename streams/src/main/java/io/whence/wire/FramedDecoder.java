/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decodes records in the frame of the Confluent serializers: a zero byte, the id of the writer's schema in four bytes,
 * the Avro body. Safe for use by several threads.
 *
 * @param <T> what is read
 */
class FramedDecoder<T> implements RecordDecoder<T> {
    private static final int HEADER = 1 + Integer.BYTES;

    private final WriterSchemas schemas;
    private final ReaderFactory<T> factory;
    private final BoundedCache<Integer, BodyReader<T>> readers = new BoundedCache<>(1_000);
    private volatile @Nullable Prepared<T> last;

    FramedDecoder(WriterSchemas schemas, ReaderFactory<T> factory) {
        this.schemas = schemas;
        this.factory = factory;
    }

    /**
     * Prepares the reading of records of one writer.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    interface ReaderFactory<T> {
        /**
         * Prepares once per writer.
         *
         * @throws Malformed when such records cannot be read
         */
        BodyReader<T> of(Schema writer);
    }

    private record Prepared<T>(int schemaId, BodyReader<T> reader) {}

    @Override
    @SuppressWarnings("IllegalCatch") // whatever a hostile record provokes must not stop its partition
    public Decoded<T> decode(byte @Nullable [] value) {
        try {
            return new Decoded.Value<>(read(value));
        } catch (Malformed e) {
            return e.asDecoded();
        } catch (RegistryUnavailableException | LinkageError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) {
            return failed(e);
        }
    }

    private T read(byte @Nullable [] value) {
        if (value == null) {
            throw new Malformed(UndecodableReason.NULL_VALUE, "the record has no value");
        }
        return reader(schemaId(value)).read(value, HEADER);
    }

    private static int schemaId(byte[] value) {
        if (value.length == 0) {
            throw new Malformed(UndecodableReason.EMPTY_VALUE, "the value has no bytes");
        }
        if (value[0] != 0) {
            throw new Malformed(
                    UndecodableReason.WRONG_MAGIC_BYTE, "begins with byte " + (value[0] & 0xff) + " instead of 0");
        }
        if (value.length < HEADER) {
            throw new Malformed(UndecodableReason.TRUNCATED_HEADER, "has " + value.length + " bytes");
        }
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    private BodyReader<T> reader(int schemaId) {
        var prepared = last;
        if (prepared != null && prepared.schemaId == schemaId) {
            return prepared.reader;
        }
        var reader = readers.get(schemaId);
        if (reader == null) {
            reader = prepare(schemas.find(schemaId));
            readers.put(schemaId, reader);
        }
        last = new Prepared<>(schemaId, reader);
        return reader;
    }

    /** A schema that cannot be read never can: that is found out once. */
    private BodyReader<T> prepare(Schema writer) {
        try {
            return factory.of(writer);
        } catch (Malformed e) {
            return (value, from) -> {
                throw e;
            };
        }
    }

    private static <T> Decoded<T> failed(Throwable e) {
        return new Malformed(UndecodableReason.DECODER_ERROR, e.toString()).asDecoded();
    }
}
