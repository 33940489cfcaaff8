/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.gateway.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may pass.
 *
 * @param allow whether it may
 * @param code stable code of the answer
 * @param noticeId the notice that told the organization, or null
 * @param scope of the order, or null
 * @param region where the request comes from, when that mattered, or null
 * @param shadow whether the order is only shown
 * @param policyId the policy of the order, or null
 */
public record VerdictView(
        boolean allow,
        String code,
        @Nullable String noticeId,
        @Nullable String scope,
        @Nullable String region,
        boolean shadow,
        @Nullable String policyId) {

    /** The view of a verdict. */
    public static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.allow(),
                verdict.code(),
                verdict.noticeId(),
                verdict.scope() == null ? null : verdict.scope().name(),
                verdict.region() == null ? null : verdict.region().code(),
                verdict.shadow(),
                verdict.policyId());
    }
}
