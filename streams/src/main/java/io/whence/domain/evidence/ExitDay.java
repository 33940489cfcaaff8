/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations used an exit on a UTC day. It keeps those with the smallest hashes, so that the order in which
 * they come does not show, and an exit of thousands takes no more room than one of {@value #KEPT}.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class ExitDay {

    /** Organizations kept; an exit of more is public. */
    public static final int KEPT = 64;

    private final NavigableMap<Long, ExitAccount> users = new TreeMap<>(Long::compareUnsigned);
    private boolean crowded;
    private long operator;

    /** Takes down what is said of an organization. */
    public void take(ExitUse use) {
        if (use.kind() == ExitUse.Kind.LEFT) {
            users.remove(use.pseudonym());
        } else {
            put(use.pseudonym(), use.account());
            operator = Math.max(operator, use.operator());
        }
    }

    /** Puts an organization back by its hash; for restoring. */
    public void put(long organization, ExitAccount account) {
        users.merge(organization, account, (one, other) -> other.seenIn(one.regions()));
        if (users.size() > KEPT) {
            users.pollLastEntry();
            crowded = true;
        }
    }

    /** Puts back what is known beside the organizations; for restoring. */
    public void restore(long knownOperator, boolean wasCrowded) {
        operator = knownOperator;
        crowded = wasCrowded;
    }

    /** The organizations kept, by hash. */
    public NavigableMap<Long, ExitAccount> users() {
        return Collections.unmodifiableNavigableMap(users);
    }

    /** Whether there were more than are kept. */
    public boolean crowded() {
        return crowded;
    }

    /** Number of the autonomous system, or 0. */
    public long operator() {
        return operator;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExitDay that
                && users.equals(that.users)
                && crowded == that.crowded
                && operator == that.operator;
    }

    @Override
    public int hashCode() {
        return users.hashCode();
    }
}
