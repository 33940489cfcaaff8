/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that people write: a line of column names, then rows; {@code #} starts a remark, values have no commas. */
final class CsvTable {

    private CsvTable() {}

    /** The rows of a file, each by column name, without the columns that a row leaves empty. */
    static List<Map<String, String>> read(Path file, List<String> columns) throws IOException {
        List<String> names = List.of();
        List<Map<String, String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String where = file.getFileName() + ":" + number;
            List<String> cells = cells(line);
            if (cells.isEmpty()) {
                continue;
            }
            if (names.isEmpty()) {
                names = named(cells, columns, where);
            } else {
                rows.add(row(names, cells, where));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String said = line.strip();
        return said.isEmpty() || said.startsWith("#")
                ? List.of()
                : Arrays.stream(said.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> named(List<String> cells, List<String> columns, String where) {
        List<String> unknown =
                cells.stream().filter(name -> !columns.contains(name)).toList();
        require(unknown.isEmpty(), where + ": unknown columns " + unknown + "; there are " + columns);
        return cells;
    }

    private static Map<String, String> row(List<String> names, List<String> cells, String where) {
        require(cells.size() <= names.size(), where + ": more values than columns");
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(names.get(i), cells.get(i));
            }
        }
        return row;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
