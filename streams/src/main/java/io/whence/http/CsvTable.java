/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table in the form of RFC 4180 that no spreadsheet runs. */
final class CsvTable {

    private final StringBuilder text = new StringBuilder();

    CsvTable(String... columns) {
        row((Object[]) columns);
    }

    /** Adds a row; null is an empty field. */
    CsvTable row(@Nullable Object... fields) {
        text.append(Arrays.stream(fields)
                        .map(field ->
                                field instanceof Number || field == null ? number(field) : field(field.toString()))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String number(@Nullable Object field) {
        return field == null ? "" : field.toString();
    }

    /**
     * A field as text. One that a spreadsheet would take for a formula is led by an apostrophe (OWASP, "CSV
     * Injection").
     */
    static String field(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
