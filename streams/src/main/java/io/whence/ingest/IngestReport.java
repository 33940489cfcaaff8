/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an ingestion ended. When nothing failed and nobody stopped it, {@code totals.events = sent + tooLarge}.
 *
 * @param totals what was read
 * @param sent events the broker has confirmed
 * @param tooLarge events the broker would not take for their size; reported as unreadable
 * @param complete whether all logs were read to their ends and all their events sent
 * @param failure why sending had to stop, or null
 * @param took how long it took
 */
public record IngestReport(
        LogTotals totals,
        long sent,
        long tooLarge,
        boolean complete,
        @Nullable Exception failure,
        Duration took) {

    /** Confirmed events a second. */
    public double eventsPerSecond() {
        return sent * 1000.0 / Math.max(1, took.toMillis());
    }
}
