/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

/** Sixty-four uniformly mixed bits of a text or a number; the same on every machine and in every release. */
public final class Hash64 {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash64() {}

    /** FNV-1a over the UTF-16 units (Fowler, Noll, Vo), finished with {@link #of(long)}. */
    public static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return of(hash);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a bijection in which every bit counts. */
    public static long of(long bits) {
        long mixed = bits + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * Where a hash is among the first of some.
     *
     * @param hashes ascending, without signs, each once
     * @param size how many of them count
     * @return its index, or -1 less the index that it would have
     */
    public static int find(long[] hashes, int size, long hash) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(hashes[middle], hash);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -from - 1;
    }
}
