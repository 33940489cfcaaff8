/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.tally.OrganizationClock;
import java.util.List;

/**
 * Where an organization stands and why, as of its last closed day.
 *
 * @param organization what the provider knows of it
 * @param clock what time it is for the organization
 * @param policies one for each policy, by policy id
 * @param notices what it was told, newest first
 * @param unknowns what is not known, one sentence each
 * @param geolocation what its traffic is located with now
 */
public record Explanation(
        Organization organization,
        OrganizationClock clock,
        List<UnderPolicy> policies,
        List<Notice> notices,
        List<String> unknowns,
        Geolocation geolocation) {

    /**
     * Where it stands under one policy.
     *
     * @param compliance its case; the one of an organization nothing is known against when there is none yet
     * @param assessment what its traffic comes to, assessed anew
     */
    public record UnderPolicy(ComplianceCase compliance, Assessment assessment) {}

    public Explanation {
        policies = List.copyOf(policies);
        notices = List.copyOf(notices);
        unknowns = List.copyOf(unknowns);
    }
}
