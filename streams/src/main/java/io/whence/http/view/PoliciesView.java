/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.RegionPolicy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All policies, and what the regions they speak of are called.
 *
 * @param policies by id
 * @param regionNames English names by code: of every country, and of the subdivisions some policy excepts
 */
public record PoliciesView(List<PolicyView> policies, Map<String, String> regionNames) {

    public static PoliciesView of(List<RegionPolicy> policies) {
        SortedMap<String, String> names = new TreeMap<>();
        Iso3166.countries().forEach((region, name) -> names.put(region.code(), name));
        policies.stream()
                .flatMap(policy -> policy.versions().stream())
                .flatMap(version -> version.rules().exceptions().keySet().stream())
                .forEach(region -> names.put(region.code(), nameOf(region)));
        return new PoliciesView(policies.stream().map(PolicyView::of).toList(), names);
    }

    private static String nameOf(Region region) {
        return Iso3166.nameOf(region).orElse(region.code());
    }
}
