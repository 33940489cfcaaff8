/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML document in which every value is the text as written, {@code 1e3} and {@code NO} included, and every place has
 * its line.
 */
final class YamlTree {
    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode root;

    /** Reads the next document of the parser; a missing node when there is none. */
    YamlTree(JsonParser parser) throws IOException {
        this.parser = parser;
        this.root = parser.nextToken() == null ? MissingNode.getInstance() : node("");
    }

    JsonNode root() {
        return root;
    }

    /** The line, from 1 upwards, of each place, as in {@code versions[0].supported[3]}. */
    Map<String, Integer> lines() {
        return lines;
    }

    private JsonNode node(String path) throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(path);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return list(path);
        }
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(parser.getText());
    }

    private JsonNode mapping(String path) throws IOException {
        var mapping = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var child = path.isEmpty() ? key : path + "." + key;
            lines.put(child, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            mapping.set(key, node(child));
        }
        return mapping;
    }

    private JsonNode list(String path) throws IOException {
        var list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(path + "[" + list.size() + "]"));
        }
        return list;
    }
}
