/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word somebody meant. */
public final class Spelling {
    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /** {@code , did you mean 'live'?} with the nearest known word; when none is near, all words after an intro. */
    public static String hintOr(String written, Collection<String> known, String intro) {
        return hint(written, known).orElseGet(() -> intro + String.join(", ", known));
    }

    /** {@code , did you mean 'live'?} with the nearest known word; empty when none is near. */
    public static Optional<String> hint(String written, Collection<String> known) {
        return nearest(written, known).map(word -> ", did you mean '" + word + "'?");
    }

    /** The known word that takes fewest edits, at most two and fewer than its letters; empty when none is near. */
    static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> edits(written, word) <= Math.min(MOST_EDITS, word.length() - 1))
                .min(Comparator.comparingInt((String word) -> edits(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    private static int edits(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
