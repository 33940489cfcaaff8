/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The organization has been warned and its grace period runs.
 *
 * @param told what it has been told
 * @param since event time of the first warning
 * @param enforceableFrom when enforcement may start at the earliest
 */
public record Noticed(Set<String> told, Instant since, Instant enforceableFrom) implements CaseState {

    public Noticed {
        told = Set.copyOf(told);
    }

    @Override
    public String name() {
        return "NOTICED";
    }

    @Override
    public CaseState after(Assessment assessment, List<Cause> untold) {
        return untold.isEmpty() ? this : new Noticed(Observed.tellingAlso(told, untold), since, enforceableFrom);
    }
}
