/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a value rests in a state store: a version byte, then its fields. A store outlives the release that
 * wrote it, so a version is only ever added.
 *
 * @param <T> what is stored
 */
abstract class Codec<T> {

    private static final int USUAL_BYTES = 512;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final int version;

    Codec(int version) {
        this.version = version;
    }

    abstract void write(T value, DataOutputStream out) throws IOException;

    abstract T read(int version, DataInputStream in) throws IOException;

    final byte[] encode(T value) {
        GrowingBytes bytes = new GrowingBytes(USUAL_BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            write(value, out);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    final T decode(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int written = in.readByte();
            if (written > version) {
                throw new IllegalStateException("state was written by a newer release: version " + written
                        + ", this release reads up to " + version);
            }
            return read(written, in);
        } catch (IOException truncated) {
            throw new UncheckedIOException("state cannot be read", truncated);
        }
    }

    final Serde<T> serde() {
        Deserializer<T> deserializer = (topic, stored) -> stored == null ? null : decode(stored);
        return Serdes.serdeFrom((topic, value) -> value == null ? null : encode(value), deserializer);
    }

    static void writeNullable(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    static @Nullable String readNullable(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    /** Writes one part of a value. */
    interface PartWriter<P> {
        void write(P part, DataOutputStream out) throws IOException;
    }

    /** Reads one part of a value. */
    interface PartReader<P> {
        P read(DataInputStream in) throws IOException;
    }

    static <P> void writeAll(Collection<P> parts, DataOutputStream out, PartWriter<P> writer) throws IOException {
        out.writeInt(parts.size());
        for (P part : parts) {
            writer.write(part, out);
        }
    }

    static <P> List<P> readAll(DataInputStream in, PartReader<P> reader) throws IOException {
        List<P> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.add(reader.read(in));
        }
        return parts;
    }

    static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    static void writeNullableInstant(DataOutputStream out, @Nullable Instant instant) throws IOException {
        out.writeBoolean(instant != null);
        if (instant != null) {
            writeInstant(out, instant);
        }
    }

    static @Nullable Instant readNullableInstant(DataInputStream in) throws IOException {
        return in.readBoolean() ? readInstant(in) : null;
    }

    /** Writes a number that is not negative, the smaller the shorter: seven bits a byte. */
    static void writeNumber(long number, DataOutputStream out) throws IOException {
        long left = number;
        while ((left & ~SEVEN_BITS) != 0) {
            out.writeByte((int) (left & SEVEN_BITS) | MORE);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    static long readNumber(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
        throw new IOException("a number is too long");
    }
}
