/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who would stand otherwise if a version of a policy took effect.
 *
 * @param policyId the policy
 * @param version number of the version
 * @param at when it would take effect
 * @param organizations how many organizations were looked at
 * @param affected those that would stand otherwise, by group and then by id
 * @param caveats what the answer cannot know, each in a sentence
 */
public record PolicyImpact(
        String policyId, int version, Instant at, long organizations, List<Affected> affected, List<String> caveats) {

    /** What would become of an organization; the first that applies. */
    public enum Group {
        /** Its grace would be over the moment the version takes effect, which it is not under the policy as it is. */
        ENFORCED,
        /** It would get a warning it does not get under the policy as it is. */
        WARNED,
        /** It would get an advisory it does not get under the policy as it is. */
        ADVISED,
        /** Its visits would be refused, which they are not under the policy as it is; it would be told nothing. */
        VISITS_REFUSED,
        /** The warning or the order that it has now, or is due, would have no cause any more. */
        LIFTED
    }

    /**
     * One organization that would stand otherwise.
     *
     * @param organizationId the organization
     * @param group what would become of it
     * @param regions the regions that make the difference; may be none
     */
    public record Affected(String organizationId, Group group, List<Difference> regions) {
        public Affected {
            regions = List.copyOf(regions);
        }

        /** Whether only evidence of a masked origin, which names no region, would bring the warning. */
        public boolean masked() {
            return group == Group.WARNED && regions.isEmpty();
        }
    }

    /**
     * Traffic of one region in the window, up to the organization's last closed day.
     *
     * @param region the region
     * @param before what the policy as it is says of it; {@code SUPPORTED} where there is none
     * @param after what the version says of it
     * @param requests admitted requests
     * @param days UTC days with requests
     * @param share of all admitted requests that either of the two applies to, 0 to 1
     */
    public record Difference(Region region, Standing before, Standing after, long requests, int days, double share) {}

    private static final Comparator<Affected> ORDER =
            Comparator.comparing(Affected::group).thenComparing(Affected::organizationId);

    public PolicyImpact {
        affected = List.copyOf(affected.stream().sorted(ORDER).toList());
        caveats = List.copyOf(caveats);
    }

    /** How many organizations are in each group; every group is there. */
    public Map<Group, Long> counts() {
        Map<Group, Long> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            counts.put(
                    group,
                    affected.stream().filter(each -> each.group() == group).count());
        }
        return counts;
    }
}
