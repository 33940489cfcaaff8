/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object: a name is a member of the object, {@code /a/b} a JSON pointer (RFC 6901). */
final class JsonFields implements RawFields {
    /** A number such as 1e999999 would take a gigabyte to write out. */
    private static final int LARGEST_SCALE = 64;

    /** As log lines without types say that there is nothing. */
    private static final String NOTHING = "-";

    private final JsonNode object;

    JsonFields(JsonNode object) {
        this.object = object;
    }

    @Override
    public @Nullable String field(String name) {
        return text(name.startsWith("/") ? object.at(name) : object.path(name));
    }

    /** Looks where gateways put headers: {@code http_x_name}, then in objects of headers, then under the bare name. */
    @Override
    public @Nullable String header(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var variable = lower.replace('-', '_');
        var found = field("http_" + variable);
        found = found == null ? member(object.at("/request/headers"), name) : found;
        found = found == null ? member(object.path("RequestHeaders"), name) : found;
        found = found == null ? member(object.path("headers"), name) : found;
        found = found == null ? field(variable) : found;
        return found == null ? field(lower) : found;
    }

    private static @Nullable String member(JsonNode headers, String name) {
        for (var header : headers.properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return text(header.getValue());
            }
        }
        return null;
    }

    /**
     * A header sent twice is an array in some logs; several lines of a header mean the same as one joined by commas.
     */
    private static @Nullable String text(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            var number = node.decimalValue();
            return Math.abs(number.scale()) > LARGEST_SCALE ? node.asText() : number.toPlainString();
        }
        if (!node.isArray()) {
            return node.isNull() ? NOTHING : node.isValueNode() ? node.asText() : null;
        }
        var joined = new StringBuilder();
        for (var element : node) {
            joined.append(joined.isEmpty() ? "" : ", ").append(element.asText());
        }
        return joined.isEmpty() ? null : joined.toString();
    }
}
