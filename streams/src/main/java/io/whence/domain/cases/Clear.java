/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.List;
import java.util.Set;

/** No admitted traffic from an unsupported region in the window. */
public record Clear() implements CaseState {

    @Override
    public String name() {
        return "CLEAR";
    }

    @Override
    public Set<String> told() {
        return Set.of();
    }

    @Override
    public CaseState after(Assessment assessment, List<Cause> untold) {
        return assessment.unsupportedTraffic() ? new Observed(Set.of()).after(assessment, untold) : this;
    }
}
