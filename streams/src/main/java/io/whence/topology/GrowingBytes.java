/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes as they are written, without the lock that the JDK takes for each; for one thread. */
final class GrowingBytes extends OutputStream {

    private byte[] bytes;
    private int length;

    /** None yet, with room for that many. */
    GrowingBytes(int room) {
        bytes = new byte[room];
    }

    @Override
    public void write(int one) {
        reserve(1);
        bytes[length++] = (byte) one;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
