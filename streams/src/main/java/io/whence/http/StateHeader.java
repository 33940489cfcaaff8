/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.query.Copy;
import io.whence.query.Reach;
import java.util.stream.Collectors;

/**
 * Says which copies of the state an answer was read from, as a dictionary of structured fields (RFC 8941): whether it
 * is complete, how many partitions were asked, how far the worst copy is behind in changes and milliseconds, the
 * partitions of which a copy that only follows was asked, each with its own lag, and those that are missing.
 */
final class StateHeader {

    static final String NAME = "Whence-State";

    private StateHeader() {}

    static String of(Reach reach) {
        long records = reach.copies().values().stream()
                .mapToLong(Copy::lagRecords)
                .max()
                .orElse(0);
        long millis = reach.copies().values().stream()
                .mapToLong(Copy::lagMillis)
                .max()
                .orElse(0);
        return "complete=" + (reach.missing().isEmpty() ? "?1" : "?0")
                + ", partitions=" + reach.copies().size()
                + ", lag=" + records
                + ", lag-ms=" + millis
                + ", standby=(" + standbys(reach) + ")"
                + ", missing=("
                + reach.missing().stream().map(String::valueOf).collect(Collectors.joining(" ")) + ")";
    }

    private static String standbys(Reach reach) {
        return reach.copies().values().stream()
                .filter(copy -> !copy.active())
                .map(copy -> copy.partition() + ";lag=" + copy.lagRecords() + ";lag-ms=" + copy.lagMillis())
                .collect(Collectors.joining(" "));
    }
}
