/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address is, written a second time: with regular expressions, for clarity and never for speed. */
final class ReferenceParser {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern ENDING_IN_IPV4 = Pattern.compile("(.*:)([0-9.]+\\.[0-9.]+)", Pattern.DOTALL);
    private static final Pattern ZONED = Pattern.compile("(.*)%[A-Za-z0-9._~-]+", Pattern.DOTALL);
    private static final Pattern GROUPS = Pattern.compile("([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?");

    private ReferenceParser() {}

    /** The canonical text of an address, by Java's own printer for IPv4 and by rule for IPv6; empty if it is none. */
    static Optional<String> canonical(String text) {
        if (text.length() > 45) {
            return Optional.empty();
        }
        Matcher zoned = ZONED.matcher(text);
        if (zoned.matches()) {
            return groups(zoned.group(1))
                    .filter(groups -> groups.get(0).matches("fe[89ab]."))
                    .map(ReferenceParser::printed);
        }
        return IPV4.matcher(text).matches() ? Optional.of(text) : groups(text).map(ReferenceParser::printed);
    }

    /** Eight groups of four digits. */
    private static Optional<List<String>> groups(String text) {
        String hexadecimal = withoutIpv4(text).toLowerCase(Locale.ROOT);
        int gap = hexadecimal.indexOf("::");
        String head = gap < 0 ? hexadecimal : hexadecimal.substring(0, gap);
        String tail = gap < 0 ? "" : hexadecimal.substring(gap + 2);
        if (!text.matches("[0-9a-fA-F:.]+")
                || !GROUPS.matcher(head).matches()
                || !GROUPS.matcher(tail).matches()) {
            return Optional.empty();
        }
        List<String> groups = new ArrayList<>(padded(head));
        List<String> after = padded(tail);
        int missing = 8 - groups.size() - after.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        groups.addAll(List.of("0000 ".repeat(missing).split(" ", missing + 1)).subList(0, missing));
        groups.addAll(after);
        return Optional.of(groups);
    }

    private static String withoutIpv4(String text) {
        Matcher mixed = ENDING_IN_IPV4.matcher(text);
        if (!mixed.matches()) {
            return text;
        }
        Matcher octets = IPV4.matcher(mixed.group(2));
        return octets.matches()
                ? mixed.group(1)
                        + "%02x%02x:%02x%02x"
                                .formatted(octet(octets, 1), octet(octets, 2), octet(octets, 3), octet(octets, 4))
                : "none";
    }

    private static int octet(Matcher octets, int group) {
        return Integer.parseInt(octets.group(group));
    }

    private static List<String> padded(String groups) {
        return groups.isEmpty()
                ? List.of()
                : List.of(groups.split(":", -1)).stream()
                        .map(group -> "0".repeat(4 - group.length()) + group)
                        .toList();
    }

    private static String printed(List<String> groups) {
        String joined = String.join("", groups);
        if (joined.startsWith("0".repeat(20) + "ffff")) {
            long bits = new BigInteger(joined.substring(24), 16).longValueExact();
            return (bits >> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
        }
        String plain = ":" + String.join(":", groups).replaceAll("\\b0{1,3}(?=.)(?=[0-9a-f])", "") + ":";
        for (int zeros = 8; zeros > 1; zeros--) {
            String run = ":" + "0:".repeat(zeros);
            if (plain.contains(run)) {
                String compressed = plain.replaceFirst(Pattern.quote(run), "::");
                return compressed.replaceAll("^:(?!:)|(?<!:):$", "");
            }
        }
        return plain.substring(1, plain.length() - 1);
    }
}
