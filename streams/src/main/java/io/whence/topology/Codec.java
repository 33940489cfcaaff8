/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final int version;

    Codec(int version) {
        this.version = version;
    }

    abstract void write(T value, DataOutputStream out) throws IOException;

    abstract T read(int version, DataInputStream in) throws IOException;

    final byte[] encode(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
}
