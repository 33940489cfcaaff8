/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an organization stands under one policy.
 *
 * @param caseId the case, or null when there never was one
 * @param policyId the policy
 * @param state name of the state
 * @param told what the organization has been told of in this case: kind, region and policy version
 * @param warnings the warnings that stand, by region
 * @param noticedAt when the first of them was given, or null when there is none
 * @param enforceableFrom when the first of them may be enforced at the earliest, or null when there is none
 * @param deadline when something happens next by itself, or null when nothing will
 * @param frozenUntil until when an officer froze the case, or null when it is not frozen
 * @param transitions how often the case, and those before it under the policy, changed
 * @param lastHash hash of the last of these changes
 */
public record CaseView(
        @Nullable String caseId,
        String policyId,
        String state,
        List<String> told,
        List<WarningView> warnings,
        @Nullable Instant noticedAt,
        @Nullable Instant enforceableFrom,
        @Nullable Instant deadline,
        @Nullable Instant frozenUntil,
        long transitions,
        String lastHash) {

    static CaseView of(ComplianceCase known) {
        List<Warning> warnings = known.state().warnings();
        return new CaseView(
                known.caseId().isEmpty() ? null : known.caseId(),
                known.policyId(),
                known.state().name(),
                known.told().stream().sorted().toList(),
                warnings.stream().map(WarningView::of).toList(),
                warnings.stream().map(Warning::since).min(Instant::compareTo).orElse(null),
                warnings.stream()
                        .map(Warning::enforceableFrom)
                        .min(Instant::compareTo)
                        .orElse(null),
                known.deadline().orElse(null),
                known.rulings().frozenUntil(),
                known.sequence(),
                known.lastHash());
    }
}
