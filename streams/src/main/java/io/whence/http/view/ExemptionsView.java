/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.ExemptionUse;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is allowed to do that others are not, and how much it does.
 *
 * @param organizationId the organization
 * @param exemptions by policy
 */
public record ExemptionsView(String organizationId, List<Use> exemptions) {

    /**
     * One exemption under one policy.
     *
     * @param exemptionId the exemption
     * @param policyId the policy
     * @param regions the regions it covers; empty for all
     * @param approver who granted it
     * @param reasonCode stable code of the reason
     * @param licence reference of the licence it rests on, or null
     * @param from from when on it holds
     * @param until when it lapses, or null
     * @param state NOT_YET, HOLDS, LAPSES_SOON or LAPSED, as of the organization's latest event
     * @param requests admitted requests that it covered, of the last year at most
     * @param days UTC days with such requests
     * @param lastUsedAt event time of the last of them, or null
     */
    public record Use(
            String exemptionId,
            String policyId,
            List<String> regions,
            String approver,
            String reasonCode,
            @Nullable String licence,
            Instant from,
            @Nullable Instant until,
            String state,
            long requests,
            int days,
            @Nullable Instant lastUsedAt) {

        static Use of(ExemptionUse use) {
            Exemption exemption = use.exemption();
            return new Use(
                    exemption.id(),
                    use.policyId(),
                    exemption.regions().stream().map(Region::code).sorted().toList(),
                    exemption.approver(),
                    exemption.reasonCode(),
                    exemption.licence(),
                    exemption.from(),
                    exemption.until(),
                    use.state().name(),
                    use.requests(),
                    use.days(),
                    use.lastUsedAt());
        }
    }

    public static ExemptionsView of(String organizationId, List<ExemptionUse> uses) {
        return new ExemptionsView(organizationId, uses.stream().map(Use::of).toList());
    }
}
