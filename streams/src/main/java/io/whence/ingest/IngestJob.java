/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.util.List;

/**
 * What is to be ingested.
 *
 * @param logs the logs, at least one
 * @param reading how they are read
 * @param topic where their events go
 * @param checkpoints where to go on, and where to say so
 * @param unreadable takes the lines that cannot be read
 */
public record IngestJob(
        List<LogSource> logs, LogReading reading, String topic, Checkpoints checkpoints, UnreadableSink unreadable) {

    public IngestJob {
        logs = List.copyOf(logs);
    }
}
