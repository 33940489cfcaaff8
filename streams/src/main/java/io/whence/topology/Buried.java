/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import java.util.List;

/**
 * A record of the access logs that cannot be read or believed.
 *
 * @param deadLetter the record and the cause
 */
record Buried(DeadLetter deadLetter) implements AccessOutcome, TallyEvent {

    @Override
    public List<DeadLetter> deadLetters() {
        return List.of(deadLetter);
    }
}
