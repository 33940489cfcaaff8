/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The table that says which field of a log line is which field of an access event.
 *
 * <p>Written as properties, one event field a line, with the places to look in order:
 *
 * <pre>{@code
 * timestamp  = /time/unix (ms), time_iso8601
 * source_ip  = remote_addr
 * user_agent = /request/headers/user-agent
 * }</pre>
 */
final class FieldMap {
    private final Map<Field, List<FieldSource>> sources;

    private FieldMap(Map<Field, List<FieldSource>> sources) {
        this.sources = sources;
    }

    /** Reads a table; an {@link IllegalArgumentException} names the line that is wrong. */
    static FieldMap read(String name, Reader text) throws IOException {
        var properties = new Properties();
        properties.load(text);
        Map<Field, List<FieldSource>> sources = new EnumMap<>(Field.class);
        for (var key : properties.stringPropertyNames()) {
            try {
                sources.put(Field.named(key), FieldSource.parse(properties.getProperty(key)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + key + ": " + e.getMessage(), e);
            }
        }
        for (var field : List.of(Field.TIMESTAMP, Field.SOURCE_IP, Field.STATUS)) {
            if (!sources.containsKey(field)) {
                throw new IllegalArgumentException(name + ": nothing says where " + field.label() + " is");
            }
        }
        return new FieldMap(sources);
    }

    /** Where to look for a field, best first; empty when the format does not carry it. */
    List<FieldSource> sourcesOf(Field field) {
        return sources.getOrDefault(field, List.of());
    }

    /** Whether the format carries the field. */
    boolean has(Field field) {
        return sources.containsKey(field);
    }
}
