/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.util.List;
import java.util.stream.Collectors;

/** A row of CSV (RFC 4180) that no spreadsheet takes for a formula, whatever an organization calls itself. */
public final class CsvRow {

    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private CsvRow() {}

    /** The row, every cell in quotes, without the end of the line. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
