/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.List;
import java.util.Optional;

/** Tells the format of a log by its first lines. */
public final class FormatDetection {
    /** How many lines are worth looking at. */
    public static final int LINES = 100;

    private static final OrganizationSource ANY = OrganizationSource.parse("constant:any");

    private FormatDetection() {}

    /**
     * The format that reads most of the lines, and at least every other; empty when none does. What is said of
     * connections without a request counts as read: probes may fill the beginning of a log.
     */
    public static Optional<LogFormat> of(List<LogLine> lines) {
        LogFormat best = null;
        long most = 0;
        for (var format : LogFormats.all()) {
            long read = read(lines, format);
            best = read > most ? format : best;
            most = Math.max(most, read);
        }
        long said = lines.stream()
                .filter(line -> !line.isBlank() && !line.isDirective())
                .count();
        return 2 * most >= said ? Optional.ofNullable(best) : Optional.empty();
    }

    private static long read(List<LogLine> lines, LogFormat format) {
        if (format.name().equals(LogFormats.NGINX_MAIN) && !addressesFollowTheUserAgent(lines)) {
            return 0;
        }
        var parser = format.parser(ANY);
        long read = 0;
        for (var line : lines) {
            var parsed = parser.parse(line, 0);
            boolean event = parsed instanceof ParsedLine.Event;
            boolean silent = parsed instanceof Unreadable why && why.reason() == UnreadableReason.NO_REQUEST;
            read += event || silent ? 1 : 0;
        }
        return read;
    }

    /** Any field may follow in the combined format; a client may write anything into a forwarding header. */
    private static boolean addressesFollowTheUserAgent(List<LogLine> lines) {
        var parser = new CombinedParser();
        int forwarding = 0;
        for (var line : lines) {
            forwarding += votes(parser, line);
        }
        return forwarding > 0;
    }

    /** One for, one against, none where the line says nothing either way. */
    private static int votes(CombinedParser parser, LogLine line) {
        try {
            var extra = parser.parse(line.text()).field("extra1");
            if (extra == null) {
                return -1;
            }
            return extra.equals("-") || LoggedAddress.isChain(extra) ? 1 : -1;
        } catch (UnreadableLineException e) {
            return 0;
        }
    }
}
