/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.PolicyImpact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who would stand otherwise if a version of a policy took effect.
 *
 * @param policyId the policy
 * @param version number of the version
 * @param at when it would take effect
 * @param organizations how many organizations were looked at
 * @param counts how many organizations are affected, by group: {@code enforced}, {@code warned}, {@code advised},
 *     {@code visits_refused}, {@code lifted}
 * @param affected the organizations that are affected, by group and id
 * @param caveats what the answer cannot know
 */
public record ImpactView(
        String policyId,
        int version,
        Instant at,
        long organizations,
        Map<String, Long> counts,
        List<AffectedView> affected,
        List<String> caveats) {

    /**
     * One organization.
     *
     * @param organizationId the organization
     * @param group what would become of it
     * @param regions the regions that make the difference; none for a warning that only evidence of a masked origin
     *     would bring
     */
    public record AffectedView(String organizationId, String group, List<DifferenceView> regions) {}

    /**
     * Traffic of one region in the window.
     *
     * @param region its code
     * @param before its standing under the policy as it is
     * @param after its standing under the version
     * @param requests admitted requests
     * @param days UTC days with requests
     * @param share of the organization's admitted requests, 0 to 1
     */
    public record DifferenceView(String region, String before, String after, long requests, int days, double share) {}

    public static ImpactView of(PolicyImpact impact) {
        Map<String, Long> counts = new TreeMap<>();
        impact.counts().forEach((group, count) -> counts.put(word(group), count));
        return new ImpactView(
                impact.policyId(),
                impact.version(),
                impact.at(),
                impact.organizations(),
                counts,
                impact.affected().stream().map(ImpactView::affected).toList(),
                impact.caveats());
    }

    private static AffectedView affected(PolicyImpact.Affected affected) {
        return new AffectedView(
                affected.organizationId(),
                word(affected.group()),
                affected.regions().stream().map(ImpactView::difference).toList());
    }

    private static DifferenceView difference(PolicyImpact.Difference difference) {
        return new DifferenceView(
                difference.region().code(),
                difference.before().name(),
                difference.after().name(),
                difference.requests(),
                difference.days(),
                difference.share());
    }

    private static String word(PolicyImpact.Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
