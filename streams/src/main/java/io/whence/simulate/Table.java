/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of the model as it is bundled: a header line, then a row a line; lines that start with # are comments. */
final class Table {

    private Table() {}

    /** The rows of a table, each by the names of the header; the last column holds the rest of the line. */
    static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] header = null;
        for (String line : lines(name)) {
            if (header == null) {
                header = line.split(",", -1);
                continue;
            }
            String[] fields = line.split(",", header.length);
            if (fields.length < header.length) {
                throw new IllegalStateException(name + ": " + line + ": " + header.length + " fields are needed");
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    static String text(Map<String, String> row, String column) {
        String text = row.get(column);
        if (text == null) {
            throw new IllegalStateException("there is no column " + column);
        }
        return text;
    }

    private static List<String> lines(String name) {
        try (var stream = Table.class.getResourceAsStream("/io/whence/simulate/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
