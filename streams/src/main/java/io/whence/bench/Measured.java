/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

/**
 * What one pipeline used in the second half of one run.
 *
 * @param pipeline which
 * @param startSeconds from the start of the process to the first record, the table of origins read from its file
 * @param records handled in it
 * @param seconds it took
 * @param cpuNanos processor time of the whole process, all threads, compiler and collector included
 * @param allocatedBytes allocated in it
 * @param gcMillis spent collecting
 * @param changelogBytes sent to changelog topics, compressed
 * @param heapBytes in use at the end, after a collection
 */
public record Measured(
        Pipeline pipeline,
        double startSeconds,
        long records,
        double seconds,
        long cpuNanos,
        long allocatedBytes,
        long gcMillis,
        long changelogBytes,
        long heapBytes) {

    /** Microseconds of processor time for each record. */
    public double cpuMicros() {
        return cpuNanos / 1e3 / records;
    }

    /** Records for each second of processor time. */
    public double perCoreSecond() {
        return records * 1e9 / cpuNanos;
    }

    /** Records for each second on the clock. */
    public double perSecond() {
        return records / seconds;
    }

    /** Bytes allocated for each record. */
    public double garbage() {
        return (double) allocatedBytes / records;
    }

    /** Bytes sent to changelog topics for each record. */
    public double changelog() {
        return (double) changelogBytes / records;
    }
}
