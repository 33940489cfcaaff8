/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.NOT_THE_FORMAT;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * W3C extended logs with tabs, as CloudFront writes them; a {@code #Fields:} line names the columns of those below.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html">CloudFront standard
 *     logs</a>
 */
final class TabSeparatedParser implements LineParser {
    private static final String NAMES = "#Fields:";

    private Map<String, Integer> columns = Map.of();
    private int width;

    @Override
    public @Nullable RawFields parse(String line) throws UnreadableLineException {
        if (line.startsWith("#")) {
            columns = line.startsWith(NAMES) ? columns(line.substring(NAMES.length())) : columns;
            return null;
        }
        if (columns.isEmpty()) {
            throw new UnreadableLineException(NOT_THE_FORMAT, null, "no #Fields line names the columns");
        }
        var cells = List.of(line.split("\t", -1));
        if (cells.size() < width) {
            throw new UnreadableLineException(
                    NOT_THE_FORMAT, null, cells.size() + " columns where #Fields names " + width);
        }
        return new Row(columns, cells);
    }

    private Map<String, Integer> columns(String names) {
        Map<String, Integer> columns = new HashMap<>();
        var each = names.trim().split("\\s+");
        for (int i = 0; i < each.length; i++) {
            columns.put(each[i].toLowerCase(Locale.ROOT), i);
        }
        width = each.length;
        return Map.copyOf(columns);
    }

    private record Row(Map<String, Integer> columns, List<String> cells) implements RawFields {
        /** {@code date-time} is both columns as one RFC 3339 time; these logs are in UTC. */
        @Override
        public @Nullable String field(String name) throws UnreadableLineException {
            if (name.equals("date-time")) {
                return cell("date") + "T" + cell("time") + "Z";
            }
            var text = cell(name.toLowerCase(Locale.ROOT));
            return text == null ? null : PercentEncoding.decode(text);
        }

        @Override
        public @Nullable String header(String name) throws UnreadableLineException {
            var column = field("cs(" + name + ")");
            return column == null ? field(name) : column;
        }

        private @Nullable String cell(String name) {
            var column = columns.get(name);
            return column == null ? null : cells.get(column);
        }
    }
}
