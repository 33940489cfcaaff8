/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.cli.NoticeComparison.Difference;
import io.whence.domain.cases.Notice;
import io.whence.http.Json;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether logs lead to a notice again.
 *
 * @param noticeId the notice
 * @param rederived whether the logs lead to a notice of this id at all
 * @param differences where that one differs from the one that was told
 */
record NoticeCheck(String noticeId, boolean rederived, List<Difference> differences) {

    private static final ObjectMapper JSON = new ObjectMapper();

    NoticeCheck {
        differences = List.copyOf(differences);
    }

    /** The notice of a file; null when it holds none of the id. */
    static @Nullable JsonNode told(Path file, String noticeId) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        ExportedLines.read(file, (number, line) -> {
            try {
                JsonNode notice = JSON.readTree(line);
                if (notice.path("notice_id").asText().equals(noticeId)) {
                    found.add(notice);
                }
            } catch (JsonProcessingException noJson) {
                wrong.add(number);
            }
        });
        if (found.isEmpty() && !wrong.isEmpty()) {
            throw new IOException(file + ":" + wrong.get(0) + " is not JSON");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    static NoticeCheck of(String noticeId, JsonNode told, Collection<Notice> recomputed) throws IOException {
        for (Notice notice : recomputed) {
            if (notice.noticeId().equals(noticeId)) {
                JsonNode again = JSON.readTree(Contracts.NOTICE.toJson(notice));
                return new NoticeCheck(noticeId, true, NoticeComparison.between(told, again));
            }
        }
        return new NoticeCheck(noticeId, false, List.of());
    }

    boolean identical() {
        return rederived && differences.isEmpty();
    }

    String json() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("notice_id", noticeId);
        answer.put("rederived", rederived);
        answer.put("identical", identical());
        answer.put("differences", differences);
        return Json.pretty(answer);
    }

    List<String> words() {
        if (!rederived) {
            return List.of("notice " + noticeId + ": the logs do not lead to it");
        }
        if (differences.isEmpty()) {
            return List.of("notice " + noticeId + ": identical to what the logs lead to");
        }
        List<String> lines = new ArrayList<>();
        lines.add("notice " + noticeId + ": differs in " + differences.size() + " fields from what the logs lead to");
        differences.forEach(
                one -> lines.add("  " + one.field() + ": told " + one.told() + ", recomputed " + one.recomputed()));
        return lines.stream().map(Printable::of).toList();
    }
}
