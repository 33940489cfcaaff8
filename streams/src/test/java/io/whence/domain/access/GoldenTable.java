/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tab-separated tables of expectations beside these tests: one case per line, {@code #} begins a remark. */
final class GoldenTable {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");
    private static final Pattern REPEAT = Pattern.compile("(\\d+)\\*\\{([^}]*)}");

    private GoldenTable() {}

    static List<List<String>> rows(String name) {
        return lines(name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream table = GoldenTable.class.getResourceAsStream("/access/" + name)) {
            byte[] bytes = Objects.requireNonNull(table, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text with its escapes resolved: backslash and {@code t r n \ uXXXX}, and {@code 3*{x}} for {@code xxx}. */
    static String text(String cell) {
        String repeated = REPEAT.matcher(cell)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
        return ESCAPE.matcher(repeated).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match)));
    }

    private static String character(String hexadecimal, MatchResult match) {
        if (hexadecimal != null) {
            return Character.toString(Integer.parseInt(hexadecimal, 16));
        }
        return switch (match.group(2)) {
            case "t" -> "\t";
            case "r" -> "\r";
            case "n" -> "\n";
            case "\\" -> "\\";
            default -> throw new IllegalArgumentException("no such escape: " + match.group());
        };
    }
}
