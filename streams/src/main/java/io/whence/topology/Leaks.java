/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Leak;
import java.util.List;

/**
 * What gateways served although it was to be refused: newly found, or all of a day that closed.
 *
 * @param leaks what they served
 */
record Leaks(List<Leak> leaks) implements TallyEvent {
    Leaks {
        leaks = List.copyOf(leaks);
    }
}
