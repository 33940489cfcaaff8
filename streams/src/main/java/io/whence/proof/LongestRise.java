/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.util.Arrays;
import java.util.List;

/** The most entries of a list that stand in strictly rising order; the others are those that were moved. */
final class LongestRise {

    private LongestRise() {}

    /** For each number, whether it belongs to one longest rise. */
    static boolean[] of(List<Long> numbers) {
        int[] lastOfLength = new int[numbers.size()];
        int[] before = new int[numbers.size()];
        int length = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int place = place(numbers, lastOfLength, length, i);
            before[i] = place == 0 ? -1 : lastOfLength[place - 1];
            lastOfLength[place] = i;
            length = Math.max(length, place + 1);
        }
        boolean[] rising = new boolean[numbers.size()];
        Arrays.fill(rising, false);
        for (int i = length == 0 ? -1 : lastOfLength[length - 1]; i >= 0; i = before[i]) {
            rising[i] = true;
        }
        return rising;
    }

    /** How many of those before can stand before a number. */
    private static int place(List<Long> numbers, int[] lastOfLength, int length, int i) {
        int from = 0;
        int to = length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (numbers.get(lastOfLength[middle]) < numbers.get(i)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
