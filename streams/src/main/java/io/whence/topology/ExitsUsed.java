/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitUse;
import java.time.Instant;
import java.util.List;

/**
 * What others may learn of the exits of an organization.
 *
 * @param at event time of what brought it about
 * @param exits the uses of exits, and the questions about them
 */
record ExitsUsed(Instant at, List<ExitUse> exits) implements DayEvent {

    ExitsUsed {
        exits = List.copyOf(exits);
    }
}
