/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all buffers of a process share. While there is enough, each takes what it needs; when it is used up,
 * one that holds more than its share makes room. The worst is twice the limit: all of it in buffers that rest, and as
 * much again in the shares of those that work.
 *
 * <p>Safe for use by several threads.
 */
final class BufferMemory {

    /** One organization may take a sixteenth. */
    private static final int ORGANIZATION_PART = 16;

    private final long limitBytes;
    private final AtomicLong usedBytes = new AtomicLong();
    private final AtomicInteger buffers = new AtomicInteger();

    BufferMemory(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    void open() {
        buffers.incrementAndGet();
    }

    void close() {
        buffers.decrementAndGet();
    }

    /** Accounts for more bytes, or for fewer when negative. */
    void take(long bytes) {
        usedBytes.addAndGet(bytes);
    }

    /** Whether a buffer that holds so much must make room. */
    boolean wants(long heldBytes) {
        return usedBytes.get() > limitBytes && heldBytes > limitBytes / Math.max(1, buffers.get());
    }

    /** Whether one organization takes more than is good for the others. */
    boolean tooMuchForOne(long bytes) {
        return bytes > limitBytes / ORGANIZATION_PART;
    }

    long usedBytes() {
        return usedBytes.get();
    }
}
