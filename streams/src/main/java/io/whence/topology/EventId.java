/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The hash under which an event id is remembered: 128 bits, so that two different ids of one organization never meet.
 * Of a thousand million ids, two meet once in 10^20 times.
 *
 * <p>It needs no secret. Who could choose ids so that they meet could as well choose the same id twice, and ids that
 * are not the gateway's own choice do not tell events apart whatever their hash is.
 *
 * @param high the first 64 bits
 * @param low the others
 */
record EventId(long high, long low) {

    /** Bytes of a hash. */
    static final int BYTES = 2 * Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The hash of an id. */
    static EventId of(String eventId) {
        return new SipHash(0, 0).of(eventId.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * SipHash-2-4 with 128 bits (Aumasson and Bernstein, INDOCRYPT 2012, and their reference implementation of 2015).
     */
    static final class SipHash {

        private long v0;
        private long v1;
        private long v2;
        private long v3;

        /** A hash with a key of 128 bits; for one text. */
        SipHash(long firstKey, long secondKey) {
            v0 = firstKey ^ 0x736f6d6570736575L;
            v1 = secondKey ^ 0x646f72616e646f6dL ^ 0xee;
            v2 = firstKey ^ 0x6c7967656e657261L;
            v3 = secondKey ^ 0x7465646279746573L;
        }

        EventId of(byte[] text) {
            int whole = text.length & -Long.BYTES;
            for (int at = 0; at < whole; at += Long.BYTES) {
                take((long) WORDS.get(text, at));
            }
            long last = (long) text.length << 56;
            for (int at = text.length - 1; at >= whole; at--) {
                last |= (text[at] & 0xffL) << Byte.SIZE * (at - whole);
            }
            take(last);
            v2 ^= 0xee;
            long first = finish();
            v1 ^= 0xdd;
            return new EventId(first, finish());
        }

        private void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        private long finish() {
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32) + v3;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
