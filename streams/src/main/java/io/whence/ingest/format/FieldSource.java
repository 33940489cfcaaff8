/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One place a field of an event may come from.
 *
 * @param name field of the line, under the name its format gives it
 * @param unit what the number counts, for times and round trips
 */
record FieldSource(String name, Unit unit) {

    /** Reads {@code name, other (us), /a/pointer}: the first that the line has counts. */
    static List<FieldSource> parse(String text) {
        List<FieldSource> sources = new ArrayList<>();
        for (var part : text.split(",", -1)) {
            sources.add(one(part.trim()));
        }
        return List.copyOf(sources);
    }

    private static FieldSource one(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
        var name = open < 0 ? text : text.substring(0, open).trim();
        if (name.isEmpty() || name.equals("/")) {
            throw new IllegalArgumentException("no name of a field in \"" + text + "\"");
        }
        return new FieldSource(name, open < 0 ? Unit.AUTO : unit(text.substring(open + 2, text.length() - 1)));
    }

    private static Unit unit(String text) {
        for (var unit : Unit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(text)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unknown unit \"" + text + "\"; there are s, ms, us, ns and auto");
    }

    /** Whether the line speaks of it, be it to say that there is nothing. */
    boolean isMentioned(RawFields line) throws UnreadableLineException {
        return line.field(name) != null;
    }

    /** The text there, without space around it; null for nothing, an empty text and the dash that stands for it. */
    @Nullable String read(RawFields line) throws UnreadableLineException {
        var text = line.field(name);
        if (text == null) {
            return null;
        }
        var stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("-") || stripped.equals("\"\"") ? null : stripped;
    }
}
