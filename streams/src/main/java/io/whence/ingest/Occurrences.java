/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

/**
 * Counts how often the same line came before, among the last lines of a log.
 *
 * <p>Memory is bounded by two generations of different lines, the older of which is forgotten when the younger is full;
 * equal lines carry the same time and so stand close together. What is remembered depends on nothing but the lines from
 * the beginning of the log, so that a second reading counts the same.
 */
final class Occurrences {
    /** At 5,000 lines a second, 26 to 52 seconds of a log; 6 MB at most. */
    static final int DIFFERENT_LINES = 1 << 17;

    private final int capacity;
    private Counts young = new Counts();
    private Counts old = new Counts();

    Occurrences() {
        this(DIFFERENT_LINES);
    }

    Occurrences(int capacity) {
        this.capacity = capacity;
    }

    /** How many lines of that hash came before; this one counts for the next. */
    int before(long hash) {
        long key = hash == 0 ? 1 : hash; // zero marks a free place
        int before = young.get(key);
        if (before == 0) {
            before = old.get(key);
            if (young.size == capacity) {
                old = young;
                young = new Counts();
            }
        }
        young.put(key, before + 1);
        return before;
    }

    /** Open addressing over primitive arrays, as boxed keys would take ten times the room. */
    private static final class Counts {
        private long[] keys = new long[1024];
        private int[] counts = new int[1024];
        private int size;

        int get(long key) {
            return counts[place(keys, key)];
        }

        void put(long key, int count) {
            int place = place(keys, key);
            if (keys[place] == 0) {
                keys[place] = key;
                size++;
            }
            counts[place] = count;
            if (2 * size > keys.length) {
                grow();
            }
        }

        private void grow() {
            var moreKeys = new long[2 * keys.length];
            var moreCounts = new int[2 * keys.length];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    int place = place(moreKeys, keys[i]);
                    moreKeys[place] = keys[i];
                    moreCounts[place] = counts[i];
                }
            }
            keys = moreKeys;
            counts = moreCounts;
        }

        private static int place(long[] keys, long key) {
            int place = (int) key & keys.length - 1;
            while (keys[place] != 0 && keys[place] != key) {
                place = place + 1 & keys.length - 1;
            }
            return place;
        }
    }
}
