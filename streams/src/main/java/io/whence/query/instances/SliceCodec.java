/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.Copy;
import io.whence.topology.StoreForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** How a slice is written down between instances. */
final class SliceCodec {

    private static final int VERSION = 1;

    private SliceCodec() {}

    static <K, V> byte[] write(StoreForm<K, V> form, Slice<K, V> slice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Copy copy = slice.copy();
            out.writeByte(VERSION);
            out.writeInt(copy.partition());
            out.writeBoolean(copy.active());
            out.writeLong(copy.lagRecords());
            out.writeLong(copy.lagMillis());
            out.writeBoolean(slice.more());
            out.writeInt(slice.entries().size());
            for (KeyValue<K, V> entry : slice.entries()) {
                writeBytes(form.ofKey(entry.key), out);
                writeBytes(form.ofValue(entry.value), out);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a slice.
     *
     * @throws IOException when it is none, or one of another version
     */
    static <K, V> Slice<K, V> read(StoreForm<K, V> form, byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("entries in form " + version + "; only " + VERSION + " is known");
            }
            Copy copy = new Copy(in.readInt(), in.readBoolean(), in.readLong(), in.readLong());
            boolean more = in.readBoolean();
            int count = in.readInt();
            List<KeyValue<K, V>> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(KeyValue.pair(form.toKey(readBytes(in)), form.toValue(readBytes(in))));
            }
            return new Slice<>(entries, more, copy);
        }
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the entries end early");
        }
        return bytes;
    }
}
