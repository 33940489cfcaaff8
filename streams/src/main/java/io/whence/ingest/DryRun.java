/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an ingestion would read, found by reading all of it.
 *
 * @param starts how the reading of each log began
 * @param totals what was read
 * @param first the first events in the order they would be sent, at most {@link #SHOWN}
 * @param unreadable lines that could not be read, by reason
 */
public record DryRun(
        List<LogStart> starts, LogTotals totals, List<AccessEvent> first, List<UnreadableCounts.Count> unreadable) {

    /** Enough to see whether the fields are where they should be. */
    public static final int SHOWN = 3;

    /** Reads the logs from end to end. */
    public static DryRun of(List<LogSource> sources, LogReading reading) throws IOException {
        var unreadable = new UnreadableCounts();
        List<AccessEvent> first = new ArrayList<>();
        try (var logs = MergedLogs.open(sources, reading, unreadable)) {
            for (var event = logs.next(); event != null; event = logs.next()) {
                if (first.size() < SHOWN) {
                    first.add(event.event());
                }
            }
            return new DryRun(logs.starts(), logs.totals(), List.copyOf(first), unreadable.byNumber());
        }
    }
}
