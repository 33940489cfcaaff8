/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The opened bytes of a log: uncompressed when they are gzip, and counted as they are stored. */
final class LogInput implements AutoCloseable {
    private static final Map<Integer, String> NOT_READ = Map.of(
            0x28b52ffd, "zstd (zstd -dc)",
            0xfd377a58, "xz (xz -dc)",
            0x425a6839, "bzip2 (bzip2 -dc)",
            0x504b0304, "zip (unzip -p)");

    private final Counting stored;
    private final InputStream text;

    private LogInput(Counting stored, InputStream text) {
        this.stored = stored;
        this.text = text;
    }

    static LogInput open(LogSource source) throws IOException {
        var stored = new Counting(source.open());
        var buffered = new BufferedInputStream(stored, 64 * 1024);
        buffered.mark(4);
        var magic = buffered.readNBytes(4);
        buffered.reset();
        boolean gzip = magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        var known = NOT_READ.get(magic.length < 4 ? 0 : bigEndian(magic));
        if (known != null) {
            buffered.close();
            throw new IOException(
                    source.name() + " is compressed by " + known + "; uncompress it into standard input (-)");
        }
        return new LogInput(stored, gzip ? new GzipMembers(buffered) : buffered);
    }

    private static int bigEndian(byte[] four) {
        int number = 0;
        for (byte b : four) {
            number = number << 8 | b & 0xff;
        }
        return number;
    }

    InputStream text() {
        return text;
    }

    /** How many of the stored bytes have been read. */
    long storedBytesRead() {
        return stored.count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
