/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a notice differs from the one that its logs lead to. */
final class NoticeComparison {

    private NoticeComparison() {}

    /**
     * One field that differs.
     *
     * @param field its path, such as {@code regions[0].requests}
     * @param told what the notice says, as JSON; empty when it has no such field
     * @param recomputed what the logs lead to, likewise
     */
    record Difference(String field, String told, String recomputed) {}

    /** The fields that differ, in the order of their names; none when the two are identical. */
    static List<Difference> between(JsonNode told, JsonNode recomputed) {
        SortedMap<String, String> ofTold = new TreeMap<>();
        SortedMap<String, String> ofRecomputed = new TreeMap<>();
        flatten("", told, ofTold);
        flatten("", recomputed, ofRecomputed);
        TreeSet<String> fields = new TreeSet<>(ofTold.keySet());
        fields.addAll(ofRecomputed.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String one = ofTold.getOrDefault(field, "");
            String other = ofRecomputed.getOrDefault(field, "");
            if (!one.equals(other)) {
                differences.add(new Difference(field, one, other));
            }
        }
        return differences;
    }

    private static void flatten(String path, JsonNode node, SortedMap<String, String> into) {
        if (node.isObject() && !node.isEmpty()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                flatten(name, field.getValue(), into);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.toString());
        }
    }
}
