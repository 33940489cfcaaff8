/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import java.util.Comparator;

/** The setting that somebody who mistyped a name most likely meant. */
final class Suggestion {

    private static final int CLOSE = 4;

    private Suggestion() {}

    static String of(String name) {
        String nearest = WhenceConfig.DEFINITION.names().stream()
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        return distance(name, nearest) <= CLOSE
                ? "; did you mean '" + nearest + "'?"
                : "; settings for Kafka itself begin with 'kafka.'";
    }

    /** Levenshtein distance. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
