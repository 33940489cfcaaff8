/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.Leak;
import io.whence.domain.evidence.ExitUse;
import java.util.List;

/** What counting a request, or the passing of an organization's time, brings. */
sealed interface TallyEvent permits Buried, ClosedDay, ExitsUsed, Leaks, TurnedDay {

    /** What cannot be counted. */
    default List<DeadLetter> deadLetters() {
        return List.of();
    }

    /** The day that closed; none when only time passed. */
    default List<ClosedDay> closed() {
        return List.of();
    }

    /** What others may learn of the organization's exits. */
    default List<ExitUse> exits() {
        return List.of();
    }

    /** What gateways served although it was to be refused. */
    default List<Leak> leaks() {
        return List.of();
    }
}
