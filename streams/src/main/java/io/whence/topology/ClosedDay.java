/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.DayTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A UTC day of an organization that takes no more events.
 *
 * @param day the day
 * @param at event time of its closing
 * @param tallies all its tallies, in the order of provenance
 */
record ClosedDay(LocalDate day, Instant at, List<DayTally> tallies) implements TallyEvent {

    @Override
    public List<ClosedDay> closed() {
        return List.of(this);
    }
}
