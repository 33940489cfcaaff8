/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * What this process has used so far.
 *
 * @param records handled
 * @param nanos of the clock on the wall, from any start
 * @param cpuNanos processor time of all threads
 * @param allocatedBytes garbage and what is kept, of the threads alive
 * @param gcMillis spent collecting
 * @param changelogBytes sent to changelog topics, compressed
 */
record Reading(long records, long nanos, long cpuNanos, long allocatedBytes, long gcMillis, long changelogBytes) {

    static Reading now(long records, long changelogBytes) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Reading(
                records, System.nanoTime(), process.getProcessCpuTime(), allocated(), collecting(), changelogBytes);
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    private static long collecting() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** How long this process has been running. */
    static Duration uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /**
     * What was used from this reading to a later one.
     *
     * @param started how long the process had been running when it had the first record
     */
    Measured until(Reading later, Pipeline pipeline, Duration started) {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return new Measured(
                pipeline,
                started.toMillis() / 1e3,
                later.records - records,
                (later.nanos - nanos) / 1e9,
                later.cpuNanos - cpuNanos,
                later.allocatedBytes - allocatedBytes,
                later.gcMillis - gcMillis,
                later.changelogBytes - changelogBytes,
                memory.totalMemory() - memory.freeMemory());
    }
}
