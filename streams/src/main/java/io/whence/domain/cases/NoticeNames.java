/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.stream.Collectors;

/**
 * Gives the notices of a case their ids: the same for the same cause, whatever happened in between.
 *
 * @param organizationId the organization
 * @param caseId the case
 * @param policyId the policy
 */
record NoticeNames(String organizationId, String caseId, String policyId) {

    String idOf(Telling telling) {
        String cause = telling.causes().stream().sorted().map(Cause::id).collect(Collectors.joining(","));
        return Digest.of(organizationId, caseId, telling.kind().name(), cause + telling.occasion(), policyId)
                .substring(0, 32);
    }
}
