/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.Unreadable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many lines could not be read, by reason and field. */
public final class UnreadableCounts implements UnreadableSink {
    private final Map<String, Count> counts = new HashMap<>();

    /**
     * Lines with one reason.
     *
     * @param reason code of the reason, with the field if it is about one
     * @param lines how many, 1 or more
     * @param example the first of them
     */
    public record Count(String reason, long lines, Unreadable example) {}

    @Override
    public void accept(Unreadable line) {
        var reason = line.reason().code() + (line.field() == null ? "" : " (" + line.field() + ")");
        counts.merge(
                reason,
                new Count(reason, 1, line),
                (known, one) -> new Count(reason, known.lines() + 1, known.example()));
    }

    /** The counts, most lines first. */
    public List<Count> byNumber() {
        return counts.values().stream()
                .sorted(Comparator.comparingLong(Count::lines).reversed().thenComparing(Count::reason))
                .toList();
    }
}
