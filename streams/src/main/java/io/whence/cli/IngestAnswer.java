/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.ingest.DryRun;
import io.whence.ingest.IngestReport;
import io.whence.ingest.LogStart;
import io.whence.ingest.LogTotals;
import io.whence.ingest.UnreadableCounts.Count;
import io.whence.wire.AccessEventJson;
import java.util.List;
import java.util.Locale;

/** What {@code whence ingest} says when it is done, in words or as JSON. */
final class IngestAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private IngestAnswer() {}

    static String words(LogStart start) {
        var from = start.afterLine() == 0 ? "from the beginning" : "going on after line " + start.afterLine();
        var changed = start.changed() ? ", as it is not the log the checkpoint is of" : "";
        return start.log() + ": " + start.format() + ", " + from + changed;
    }

    static String words(IngestReport report, List<Count> unreadable) {
        return String.format(
                        Locale.ROOT,
                        "read %d lines, sent %d events, %d unreadable, %.1f s, %.0f events/s%n",
                        report.totals().lines(),
                        report.sent(),
                        report.totals().unreadable() + report.tooLarge(),
                        report.took().toMillis() / 1000.0,
                        report.eventsPerSecond())
                + said(report.totals(), unreadable);
    }

    static String words(DryRun run) {
        var text = new StringBuilder();
        run.starts().forEach(start -> text.append(words(start)).append(System.lineSeparator()));
        run.first().forEach(event -> text.append(AccessEventJson.write(event)).append(System.lineSeparator()));
        return text.append(String.format(
                        Locale.ROOT,
                        "read %d lines, %d events, %d unreadable; nothing was sent%n",
                        run.totals().lines(),
                        run.totals().events(),
                        run.totals().unreadable()))
                .append(said(run.totals(), run.unreadable()))
                .toString();
    }

    private static String said(LogTotals totals, List<Count> unreadable) {
        var text = new StringBuilder();
        if (totals.skipped() > 0) {
            text.append(
                    String.format(Locale.ROOT, "passed over %d lines that an earlier run sent%n", totals.skipped()));
        }
        if (totals.misspelt() > 0) {
            text.append(String.format(Locale.ROOT, "%d lines have bytes that are not UTF-8%n", totals.misspelt()));
        }
        for (var count : unreadable) {
            text.append(String.format(
                    Locale.ROOT,
                    "%8d %s, first %s line %d: %s%n",
                    count.lines(),
                    count.reason(),
                    count.example().log(),
                    count.example().line(),
                    count.example().detail()));
        }
        return text.toString();
    }

    static ObjectNode json(IngestReport report, List<LogStart> starts, List<Count> unreadable) {
        var json = json(report.totals(), starts, unreadable)
                .put("sent", report.sent())
                .put("too_large", report.tooLarge())
                .put("complete", report.complete())
                .put("seconds", report.took().toMillis() / 1000.0);
        var failure = report.failure();
        return json.put("failure", failure == null ? null : failure.getMessage());
    }

    static ObjectNode json(DryRun run) {
        var json = json(run.totals(), run.starts(), run.unreadable());
        var first = json.putArray("first");
        for (var event : run.first()) {
            try {
                first.add(JSON.readTree(AccessEventJson.write(event)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return json;
    }

    private static ObjectNode json(LogTotals totals, List<LogStart> starts, List<Count> unreadable) {
        var json = JSON.createObjectNode()
                .put("lines", totals.lines())
                .put("events", totals.events())
                .put("unreadable", totals.unreadable())
                .put("silent", totals.silent())
                .put("skipped", totals.skipped())
                .put("not_utf8", totals.misspelt())
                .put("bytes", totals.bytes());
        var logs = json.putArray("logs");
        starts.forEach(start -> logs.addObject()
                .put("log", start.log())
                .put("format", start.format())
                .put("after_line", start.afterLine()));
        var reasons = json.putObject("reasons");
        unreadable.forEach(count -> reasons.put(count.reason(), count.lines()));
        return json;
    }
}
