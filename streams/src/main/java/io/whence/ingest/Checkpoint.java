/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far logs have been ingested.
 *
 * @param target the topic they went to; a topic that was deleted and made anew is another one
 * @param reading how they were read; read otherwise, earlier lines would say something else
 * @param logs the place reached in each log, by its absolute path
 */
record Checkpoint(String target, String reading, Map<String, LogMark> logs) {
    private static final JsonMapper JSON = new JsonMapper();

    Checkpoint {
        logs = Map.copyOf(logs);
    }

    static Checkpoint of(String target, String reading) {
        return new Checkpoint(target, reading, Map.of());
    }

    boolean isFor(String wantedTarget, String wantedReading) {
        return target.equals(wantedTarget) && reading.equals(wantedReading);
    }

    Checkpoint with(String log, LogMark mark) {
        Map<String, LogMark> more = new TreeMap<>(logs);
        more.put(log, mark);
        return new Checkpoint(target, reading, more);
    }

    byte[] toJson() {
        var json = JSON.createObjectNode().put("target", target).put("reading", reading);
        var marks = json.putObject("logs");
        new TreeMap<>(logs)
                .forEach((log, mark) -> marks.putObject(log)
                        .put("line", mark.line())
                        .put("offset", mark.offset())
                        .put("digest", HexFormat.of().toHexDigits(mark.digest())));
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Checkpoint ofJson(byte[] text) throws IOException {
        var json = JSON.readTree(text);
        try {
            var checkpoint = of(
                    json.required("target").asText(), json.required("reading").asText());
            for (var log : json.required("logs").properties()) {
                checkpoint = checkpoint.with(log.getKey(), mark(log.getValue()));
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new IOException("not a checkpoint: " + e.getMessage(), e);
        }
    }

    private static LogMark mark(JsonNode json) {
        return new LogMark(
                json.required("line").longValue(),
                json.required("offset").longValue(),
                HexFormat.fromHexDigitsToLong(json.required("digest").asText()));
    }
}
