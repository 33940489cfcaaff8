/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.DeadLetter;
import java.util.List;

/**
 * What became of a record of the access logs: an event, or a dead letter.
 *
 * @param events the event, or nothing
 * @param deadLetters the dead letter, or nothing
 */
record AccessOutcome(List<AccessEvent> events, List<DeadLetter> deadLetters) {

    static AccessOutcome of(AccessEvent event) {
        return new AccessOutcome(List.of(event), List.of());
    }

    static AccessOutcome of(DeadLetter deadLetter) {
        return new AccessOutcome(List.of(), List.of(deadLetter));
    }
}
