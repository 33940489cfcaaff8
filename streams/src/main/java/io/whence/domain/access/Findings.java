/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Every possible set of findings, made once, so that no event makes its own; a set is named by the bits of its members.
 */
final class Findings {

    static final int NONE = 0;

    private static final AccessFinding[] ALL = AccessFinding.values();

    private static final List<Set<AccessFinding>> SETS =
            IntStream.range(0, 1 << ALL.length).mapToObj(Findings::decoded).toList();

    private Findings() {}

    @SuppressWarnings("EnumOrdinal") // the bits never leave the process
    static int bit(AccessFinding finding) {
        return 1 << finding.ordinal();
    }

    /** Unmodifiable, in the order of the enum. */
    static Set<AccessFinding> set(int bits) {
        return SETS.get(bits);
    }

    static Set<AccessFinding> copyOf(Collection<AccessFinding> findings) {
        if (findings.isEmpty()) {
            return set(NONE); // the rule, and cheaper than an iterator
        }
        int bits = NONE;
        for (AccessFinding finding : findings) {
            bits |= bit(finding);
        }
        return set(bits);
    }

    private static Set<AccessFinding> decoded(int bits) {
        Set<AccessFinding> set = EnumSet.noneOf(AccessFinding.class);
        for (AccessFinding finding : ALL) {
            if ((bits & bit(finding)) != 0) {
                set.add(finding);
            }
        }
        return Collections.unmodifiableSet(set);
    }
}
