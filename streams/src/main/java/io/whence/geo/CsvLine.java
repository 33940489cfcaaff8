/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.util.ArrayList;
import java.util.List;

/** One line of a network list cut into its fields and its comment. */
record CsvLine(List<String> fields, String comment) {

    /** Cuts at commas, and at {@code #} or {@code ;} for the comment, except inside double quotes. */
    static CsvLine of(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        int at = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '#' || c == ';')) {
                break;
            } else if (!quoted && c == ',') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return new CsvLine(fields, at < line.length() ? line.substring(at + 1).strip() : "");
    }

    /** Whether there is nothing but white space or a comment. */
    boolean isBlank() {
        return fields.stream().allMatch(String::isEmpty);
    }

    String first() {
        return fields.get(0);
    }

    /** A field, or the empty text behind the last one. */
    String field(int column) {
        return column >= 0 && column < fields.size() ? fields.get(column) : "";
    }
}
