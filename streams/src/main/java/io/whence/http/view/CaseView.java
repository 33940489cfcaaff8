/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.CaseState;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Noticed;
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
 * @param noticedAt when the grace began to run, or null when it does not
 * @param enforceableFrom when enforcement may start at the earliest, or null when the organization was not warned
 * @param transitions how often the case, and those before it under the policy, changed state
 * @param lastHash hash of the last of these transitions
 */
public record CaseView(
        @Nullable String caseId,
        String policyId,
        String state,
        List<String> told,
        @Nullable Instant noticedAt,
        @Nullable Instant enforceableFrom,
        long transitions,
        String lastHash) {

    static CaseView of(ComplianceCase known) {
        CaseState state = known.state();
        Noticed noticed = state instanceof Noticed running ? running : null;
        return new CaseView(
                known.caseId().isEmpty() ? null : known.caseId(),
                known.policyId(),
                state.name(),
                state.told().stream().sorted().toList(),
                noticed == null ? null : noticed.since(),
                noticed == null ? null : noticed.enforceableFrom(),
                known.sequence(),
                known.lastHash());
    }
}
