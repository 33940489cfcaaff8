/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where an organization stands under a policy. Each state knows its own exits. */
public sealed interface CaseState permits Clear, Observed, Noticed {

    /** The state's name, as it is shown and recorded. */
    String name();

    /** What an organization has been told already in this case, as {@link Cause#id()}s. */
    Set<String> told();

    /** The state after an assessment whose still untold causes are given. */
    CaseState after(Assessment assessment, List<Cause> untold);

    /** The causes of an assessment that may be told now and have not been. */
    default List<Cause> untold(Assessment assessment) {
        if (!assessment.announced()) {
            return List.of();
        }
        return assessment.causes().stream()
                .filter(cause -> !told().contains(cause.id()))
                .filter(cause -> !told().contains(warningOf(cause).id()))
                .toList();
    }

    private static Cause warningOf(Cause cause) {
        return new Cause(NoticeKind.WARNING, cause.region(), cause.classification(), cause.policyVersion());
    }

    /** When enforcement may start for an organization that is warned at this time: never before its full grace. */
    static Instant enforceableFrom(Assessment assessment) {
        Instant afterGrace = assessment.at().plus(assessment.policy().grace());
        Instant effective = assessment.policy().effectiveAt();
        return afterGrace.isAfter(effective) ? afterGrace : effective;
    }
}
