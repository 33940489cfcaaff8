/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitUse;
import java.util.List;

/**
 * What others may learn of the exits of an organization.
 *
 * @param exits the uses of exits, and the questions about them
 */
record ExitsUsed(List<ExitUse> exits) implements TallyEvent {

    ExitsUsed {
        exits = List.copyOf(exits);
    }
}
