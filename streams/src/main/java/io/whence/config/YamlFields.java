/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping in a YAML file; notes every key that is not known and every value of the wrong shape. */
final class YamlFields {
    private final String path;
    private final JsonNode mapping;
    private final List<PolicyProblem> problems;

    YamlFields(String path, JsonNode mapping, List<String> known, List<PolicyProblem> problems) {
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
        if (!mapping.isObject()) {
            problem("", mapping, "expected keys and values, like '" + known.get(0) + ": ...'");
        }
        mapping.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(key, mapping.path(key), "unknown key" + Spelling.hintOr(key, known, "; there are "));
            }
        });
    }

    /** A single value as written; null when there is none. */
    @Nullable String text(String key) {
        var value = mapping.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        problem(key, value, "expected a single value");
        return null;
    }

    /** A list of single values; empty when there is none. A list without entries is a problem, not an empty list. */
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var entry : entries(key)) {
            if (entry.isValueNode() && !entry.isNull()) {
                texts.add(entry.asText());
            } else {
                problem(key + "[" + texts.size() + "]", entry, "expected a single value");
            }
        }
        return texts;
    }

    /** A list of mappings. */
    List<YamlFields> mappings(String key, List<String> known) {
        var mappings = new ArrayList<YamlFields>();
        for (var entry : entries(key)) {
            mappings.add(new YamlFields(child(key + "[" + mappings.size() + "]"), entry, known, problems));
        }
        return mappings;
    }

    /** Names with single values, whatever the names; empty when there are none. */
    Map<String, String> textsByName(String key) {
        var value = mapping.path(key);
        var texts = new LinkedHashMap<String, String>();
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            problem(key, value, "expected names and values");
        }
        value.properties().forEach(entry -> {
            if (entry.getValue().isValueNode()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            } else {
                problem(key + "." + entry.getKey(), entry.getValue(), "expected a single value");
            }
        });
        return texts;
    }

    private Iterable<JsonNode> entries(String key) {
        var list = mapping.path(key);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray()) {
            problem(key, list, "expected a list, one entry a line, each after a dash");
            return List.of();
        }
        if (list.isEmpty()) {
            problem(key, list, "empty list, which is never read as all or none; write its entries, or remove the key");
        }
        return list;
    }

    private void problem(String key, JsonNode value, String message) {
        problems.add(new PolicyProblem(child(key), value.isValueNode() ? value.asText() : "", message));
    }

    private String child(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
