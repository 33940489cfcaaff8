/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which product a request is for, by its path. */
public final class Products {

    /** The product of every path that no configured one begins. */
    public static final String OTHER = "other";

    /** Stands for all products together, where nobody asks which. */
    public static final String ALL = "";

    /** No product is configured: everything is {@value #OTHER}. */
    public static final Products NONE = new Products(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([a-z0-9-]+)=(/[^\\s?#;,]*)");
    private static final Pattern UNRESERVED =
            Pattern.compile("%(2[dDeE]|3\\d|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

    /** What may follow a product's path: the next segment, or what belongs to no segment. */
    private static final String AFTER_SEGMENT = "/?#;";

    private record Prefix(String path, String product) {
        boolean begins(String path) {
            return path.startsWith(this.path)
                    && (path.length() == this.path.length()
                            || AFTER_SEGMENT.indexOf(path.charAt(this.path.length())) >= 0);
        }
    }

    private final List<Prefix> longestFirst;

    private Products(Map<String, String> productsByPath) {
        longestFirst = productsByPath.entrySet().stream()
                .map(entry -> new Prefix(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.path().length())
                        .reversed())
                .toList();
    }

    /**
     * Reads entries like {@code chat=/v1/chat}. A product may have several paths.
     *
     * @throws IllegalArgumentException naming the entry that cannot be read, has the reserved name or an earlier path
     */
    public static Products parse(List<String> entries) {
        Map<String, String> productsByPath = new LinkedHashMap<>();
        for (String entry : entries) {
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is not a name in lower case and a path; write it like chat=/v1/chat");
            }
            if (parts.group(1).equals(OTHER)) {
                throw new IllegalArgumentException("'" + OTHER + "' is what no product's path begins; choose another");
            }
            String path = parts.group(2).replaceFirst("/+$", "");
            if (productsByPath.putIfAbsent(path, parts.group(1)) != null) {
                throw new IllegalArgumentException("'" + entry + "': an earlier product has the path; remove one");
            }
        }
        return productsByPath.isEmpty() ? NONE : new Products(productsByPath);
    }

    /** The name of every product there can be, {@value #OTHER} included. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(List.of(OTHER));
        longestFirst.forEach(prefix -> names.add(prefix.product()));
        return names;
    }

    /**
     * The product of a request path: that of the longest configured path which is the same or ends where one of its
     * segments ends. Other spellings of a path, which a gateway would route alike, are one: doubled slashes, dot
     * segments, needless percent-encoding, a scheme and host before it.
     */
    public String of(String path) {
        String plain = isPlain(path) ? path : plain(path);
        for (Prefix prefix : longestFirst) {
            if (prefix.begins(plain)) {
                return prefix.product();
            }
        }
        return OTHER;
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/") && path.indexOf('%') < 0 && !path.contains("//") && !path.contains("/.");
    }

    private static String plain(String path) {
        String withoutHost = path.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*", "");
        String decoded = UNRESERVED.matcher(withoutHost).replaceAll(escape -> {
            char letter = (char) Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(String.valueOf(letter));
        });
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : decoded.split("/+", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
