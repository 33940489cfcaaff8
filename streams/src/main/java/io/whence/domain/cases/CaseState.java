/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an organization stands under a policy. Each state knows its own exits.
 *
 * <pre>
 * CLEAR    -> OBSERVED, NOTICED, EXEMPT
 * OBSERVED -> CLEAR, NOTICED, EXEMPT
 * NOTICED  -> ENFORCED, LIFTED, APPEALED, EXEMPT
 * ENFORCED -> NOTICED (a signal is suspended), PROBATION, LIFTED, APPEALED, EXEMPT
 * PROBATION-> NOTICED, LIFTED, EXEMPT
 * LIFTED   -> CLEAR, OBSERVED, NOTICED (a new case), EXEMPT
 * APPEALED -> NOTICED, ENFORCED, LIFTED, EXEMPT
 * EXEMPT   -> CLEAR, OBSERVED
 * </pre>
 */
public sealed interface CaseState permits Clear, Observed, Noticed, Enforced, Probation, Lifted, Appealed, Exempt {

    /** The state's name, as it is shown and recorded. */
    String name();

    /** What a review, of a closed day or at a deadline, makes of it. */
    Move next(Review review);

    /** The first moment after another at which something happens by itself; empty when nothing will. */
    default Optional<Instant> deadline(Instant after) {
        return Optional.empty();
    }

    /** The warnings that stand, by region. */
    default List<Warning> warnings() {
        return List.of();
    }

    /** The officers' approvals of an enforcement. */
    default List<Approval> approvals() {
        return List.of();
    }

    /** The state with other approvals; one that waits for none is as it was. */
    default CaseState approvedBy(List<Approval> officers) {
        return this;
    }

    /** The state with fewer warnings, as from a moment; one that has none is as it was. */
    default CaseState withWarnings(List<Warning> others, Instant at) {
        return this;
    }

    /** What gateways are to refuse. */
    default List<Order> orders() {
        return List.of();
    }

    /** Whether there is no case: nothing is held against the organization. */
    default boolean closed() {
        return false;
    }
}
