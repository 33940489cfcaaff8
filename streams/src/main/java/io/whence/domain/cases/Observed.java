/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * There is traffic from an unsupported region; the organization may have been advised, but is asked nothing.
 *
 * @param told what it has been advised of
 */
public record Observed(Set<String> told) implements CaseState {

    public Observed {
        told = Set.copyOf(told);
    }

    @Override
    public String name() {
        return "OBSERVED";
    }

    @Override
    public CaseState after(Assessment assessment, List<Cause> untold) {
        if (!assessment.unsupportedTraffic()) {
            return new Clear();
        }
        Set<String> nowTold = tellingAlso(told, untold);
        boolean warned = untold.stream().anyMatch(cause -> cause.kind() == NoticeKind.WARNING);
        return warned
                ? new Noticed(nowTold, assessment.at(), CaseState.enforceableFrom(assessment))
                : new Observed(nowTold);
    }

    static Set<String> tellingAlso(Set<String> told, List<Cause> untold) {
        Set<String> all = new TreeSet<>(told);
        untold.forEach(cause -> all.add(cause.id()));
        return all;
    }
}
