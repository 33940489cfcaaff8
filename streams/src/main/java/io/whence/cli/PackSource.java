/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a folder of exports that are about one organization or one policy, as they stand there.
 *
 * @param folder the folder
 * @param organizations the organizations; empty for all
 * @param policy the policy; null for all
 */
record PackSource(
        Path folder, Set<String> organizations, @Nullable String policy) {

    PackSource {
        organizations = Set.copyOf(organizations);
    }

    static final String NOTICES = "notices.jsonl";
    static final String DECISIONS = "decisions.jsonl";
    static final String EVENTS = "case-events.jsonl";
    static final String HEADS = "case-heads.jsonl";
    static final String POLICIES = "policies.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is packed, by name of the file; files that are not in the folder are empty. */
    Map<String, List<Line>> lines() throws IOException {
        Map<String, List<Line>> files = new LinkedHashMap<>();
        files.put(EVENTS, lines(EVENTS, this::concerns));
        files.put(NOTICES, lines(NOTICES, this::concerns));
        files.put(DECISIONS, lines(DECISIONS, this::concerns));
        files.put(HEADS, lines(HEADS, this::concerns));
        files.put(
                POLICIES,
                lines(
                        POLICIES,
                        fields -> policy == null || text(fields, "policy_id").equals(policy)));
        return files;
    }

    /** A line of an export, as it stands there and as it is read. */
    record Line(String text, JsonNode fields) {

        String get(String field) {
            return PackSource.text(fields, field);
        }
    }

    private static String text(JsonNode fields, String name) {
        JsonNode field = fields.path(name);
        return field.isNull() || field.isMissingNode() ? "" : field.isValueNode() ? field.asText() : field.toString();
    }

    private boolean concerns(JsonNode fields) {
        return (organizations.isEmpty() || organizations.contains(text(fields, "organization_id")))
                && (policy == null || text(fields, "policy_id").equals(policy));
    }

    private List<Line> lines(String name, Predicate<JsonNode> wanted) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            if (name.equals(EVENTS)) {
                throw new IOException(file + " is not there; --from takes a folder that `whence backtest` wrote");
            }
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        ExportedLines.read(file, (number, text) -> {
            try {
                JsonNode fields = JSON.readTree(text);
                if (wanted.test(fields)) {
                    lines.add(new Line(text, fields));
                }
            } catch (JsonProcessingException noJson) {
                wrong.add(file + ":" + number + " is not JSON");
            }
        });
        if (!wrong.isEmpty()) {
            throw new IOException(wrong.get(0));
        }
        return lines;
    }
}
