/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A place in the Avro binary form of a record. It refuses what no encoder writes, which Avro's own decoder partly lets
 * pass.
 */
final class AvroCursor {
    /** A 64-bit number in groups of 7 bits. */
    private static final int LONGEST_NUMBER = 10;

    private final byte[] bytes;
    private int at;

    AvroCursor(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the next byte. */
    int position() {
        return at;
    }

    int remaining() {
        return bytes.length - at;
    }

    boolean readBoolean() {
        byte value = next();
        if (value != 0 && value != 1) {
            throw malformed("a boolean is neither 0 nor 1");
        }
        return value == 1;
    }

    int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw malformed("an int is out of range");
        }
        return (int) value;
    }

    /** Reads a number in zig-zag coding. */
    long readLong() {
        long raw = 0;
        for (int index = 0; index < LONGEST_NUMBER; index++) {
            byte value = next();
            raw |= (long) (value & 0x7f) << (7 * index);
            if (value >= 0) {
                if (index == LONGEST_NUMBER - 1 && value > 1) {
                    throw malformed("a number is longer than 64 bits");
                }
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw malformed("a number is longer than 10 bytes");
    }

    float readFloat() {
        return ByteBuffer.wrap(bytes, skip(Float.BYTES), Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat();
    }

    /** Reads the length of a string or of bytes, and makes sure that many bytes are there. */
    int readLength() {
        long length = readLong();
        if (length < 0) {
            throw malformed("a length is negative");
        }
        if (length > remaining()) {
            throw new Malformed(
                    UndecodableReason.TRUNCATED_BODY,
                    "a length of " + length + " bytes where " + remaining() + " are left");
        }
        return (int) length;
    }

    /** Reads the index of a branch of a union or of a symbol of an enum. */
    int readIndex(int size) {
        long index = readLong();
        if (index < 0 || index >= size) {
            throw malformed("index " + index + " where there are " + size + " choices");
        }
        return (int) index;
    }

    /** Leaves bytes out; returns where they began. */
    int skip(long length) {
        if (length < 0) {
            throw malformed("a length is negative");
        }
        if (length > remaining()) {
            throw new Malformed(
                    UndecodableReason.TRUNCATED_BODY, length + " bytes expected where " + remaining() + " are left");
        }
        int from = at;
        at += (int) length;
        return from;
    }

    private byte next() {
        if (at == bytes.length) {
            throw new Malformed(UndecodableReason.TRUNCATED_BODY, "the record ends here");
        }
        return bytes[at++];
    }

    private static Malformed malformed(String message) {
        return new Malformed(UndecodableReason.MALFORMED_BODY, message);
    }
}
