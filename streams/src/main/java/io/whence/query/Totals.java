/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Region;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all organizations together sent.
 *
 * @param days the days asked for
 * @param totals by day, region and standing; days that are still open are counted as far as they have come
 * @param organizations how many organizations plainly sent something from each region in the longest window of a
 *     policy; masked and disputed places left out
 */
public record Totals(DayRange days, List<RegionTotal> totals, Map<Region, Integer> organizations) {

    /** The same without days: one sum for each region and standing, unsupported first. */
    public List<RegionSum> byRegion() {
        return RegionSums.merged(totals.stream()
                .map(total -> new RegionSum(total.region(), total.standing(), total.requests(), total.refused()))
                .toList());
    }

    /** Share of the requests whose region is known, 0 to 1; 1 when there were none. */
    public double located() {
        long all = totals.stream().mapToLong(RegionTotal::requests).sum();
        long unknown = totals.stream()
                .filter(total -> total.region().isUnknown())
                .mapToLong(RegionTotal::requests)
                .sum();
        return all == 0 ? 1 : 1 - (double) unknown / all;
    }

    public Totals {
        totals = List.copyOf(totals);
        organizations = Collections.unmodifiableMap(new TreeMap<>(organizations));
    }
}
