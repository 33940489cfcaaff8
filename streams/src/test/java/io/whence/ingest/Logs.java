/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Logs and lines for tests. */
final class Logs {
    static final LogReading JSONL = LogReading.of("jsonl", null);

    private Logs() {}

    /** A native line at so many seconds of 2024-07-01, with an id. */
    static String line(String id, long second) {
        return "{\"event_id\":\"%s\",\"timestamp\":%d,\"organization_id\":\"org-a\",\"source_ip\":\"203.0.113.7\",\"method\":\"GET\",\"path\":\"/\",\"status\":200}"
                .formatted(id, Instant.parse("2024-07-01T00:00:00Z").toEpochMilli() + 1000 * second);
    }

    static LogSource pipe(String text) {
        return pipe(text.getBytes(StandardCharsets.UTF_8));
    }

    static LogSource pipe(byte[] bytes) {
        return LogSource.of("-", new ByteArrayInputStream(bytes));
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Gives a byte or a few at a time, and says that none is available, as a slow pipe does. */
    static InputStream slowly(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + pos % 7));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    static List<LoggedEvent> all(MergedLogs logs) throws IOException {
        List<LoggedEvent> events = new ArrayList<>();
        for (var event = logs.next(); event != null; event = logs.next()) {
            events.add(event);
        }
        return events;
    }

    static List<String> ids(MergedLogs logs) throws IOException {
        return all(logs).stream().map(logged -> logged.event().eventId()).toList();
    }
}
