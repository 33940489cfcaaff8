/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.origin.Region;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which organizations sent something from where in the longest window of a policy.
 *
 * @param organizations their ids by region; masked and disputed places of closed days are left out
 */
record Presence(Map<Region, Set<String>> organizations) {

    static Presence read(StateView state) {
        Map<Region, Set<String>> found = new HashMap<>();
        state.forEachExposure((id, exposure) ->
                exposure.places().stream().map(Exposure.Place::region).forEach(region -> add(found, region, id)));
        state.forEachOrganization((id, clock) -> state.tallies(
                        id, clock.closedThrough().plusDays(1), OrganizationClock.dayOf(clock.latest()))
                .forEach(tally -> add(found, tally.provenance().region(), id)));
        return new Presence(found);
    }

    private static void add(Map<Region, Set<String>> found, Region region, String organizationId) {
        found.computeIfAbsent(region, any -> new HashSet<>()).add(organizationId);
    }

    boolean in(Region region, String organizationId) {
        return organizations.getOrDefault(region, Set.of()).contains(organizationId);
    }

    Map<Region, Integer> counts() {
        return organizations.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }
}
