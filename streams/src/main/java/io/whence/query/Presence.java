/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.origin.Region;
import io.whence.domain.tally.Exposure;
import io.whence.topology.StateView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Which organizations sent something from where in the longest window of a policy.
 *
 * @param organizations their ids by region; masked and disputed places are left out
 */
record Presence(Map<Region, Set<String>> organizations) {

    static Presence read(StateView state) {
        Map<Region, Set<String>> found = new HashMap<>();
        BiConsumer<String, Exposure> add = (organizationId, exposure) -> exposure.places()
                .forEach(place -> found.computeIfAbsent(place.region(), any -> new HashSet<>())
                        .add(organizationId));
        state.forEachExposure(add);
        state.forEachOpenExposure(add);
        return new Presence(found);
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
