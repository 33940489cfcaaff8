/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Leak;
import java.time.Instant;
import java.util.List;

/**
 * What gateways served although it was to be refused: newly found, or all of a day that closed.
 *
 * @param at event time
 * @param leaks what they served
 */
record Leaks(Instant at, List<Leak> leaks) implements DayEvent {
    Leaks {
        leaks = List.copyOf(leaks);
    }
}
