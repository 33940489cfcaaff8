/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of a gzip file of one or more members (RFC 1952).
 *
 * <p>Not {@link java.util.zip.GZIPInputStream}: that takes a pipe that is slow for the end of the file, and anything
 * unreadable after the first member too, and loses the rest without a word. Here the file is read to its end or an
 * {@link IOException} says what is wrong. Zeros after the last member are padding.
 */
final class GzipMembers extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] compressed = new byte[64 * 1024];
    private int from;
    private int to;
    private boolean inMember;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0) {
            if (!inMember && !nextMember()) {
                return -1;
            }
            read = inflate(bytes, offset, length);
            if (inflater.finished()) {
                endMember();
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            require(from < to || fill());
            inflater.setInput(compressed, from, to - from);
            from = to;
        }
        try {
            int read = inflater.inflate(bytes, offset, length);
            crc.update(bytes, offset, read);
            return read;
        } catch (DataFormatException e) {
            throw new ZipException("the gzip data is damaged: " + e.getMessage());
        }
    }

    private boolean nextMember() throws IOException {
        int first = next();
        while (first == 0) {
            first = next(); // padding
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1f || byteOrEnd() != 0x8b || byteOrEnd() != 8) {
            throw new ZipException("there is something else than gzip data after a gzip member");
        }
        skipHeader(byteOrEnd());
        inMember = true;
        return true;
    }

    private void skipHeader(int flags) throws IOException {
        skip(6); // modification time, extra flags, operating system
        if ((flags & EXTRA) != 0) {
            skip(byteOrEnd() + 256 * byteOrEnd());
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    }

    private void endMember() throws IOException {
        from = to - inflater.getRemaining();
        long expected = little(4);
        long size = little(4);
        if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("the gzip data is damaged: its checksum is wrong");
        }
        inflater.reset();
        crc.reset();
        inMember = false;
    }

    private long little(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) byteOrEnd() << (8 * i);
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            byteOrEnd();
        }
    }

    private void skipText(int present) throws IOException {
        if (present == 0) {
            return;
        }
        int last = byteOrEnd();
        while (last != 0) {
            last = byteOrEnd();
        }
    }

    private int byteOrEnd() throws IOException {
        int next = next();
        require(next >= 0);
        return next;
    }

    private int next() throws IOException {
        return from < to || fill() ? compressed[from++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(compressed, 0, compressed.length));
        return to > 0;
    }

    private static void require(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException("the gzip data ends in the middle");
        }
    }
}
