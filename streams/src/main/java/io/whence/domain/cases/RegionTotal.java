/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.Hours;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What all organizations together sent on a UTC day from a region, as far as it stands the same.
 *
 * @param day the day
 * @param region the region
 * @param standing the worst that any policy in force on the day says of it
 * @param requests all requests, refused ones included
 * @param refused of these, requests refused with 401 or 403
 * @param organizations how many organizations sent them
 * @param hours admitted requests by hour of the UTC day, {@value Hours#COUNT} numbers
 */
public record RegionTotal(
        LocalDate day,
        Region region,
        Standing standing,
        long requests,
        long refused,
        long organizations,
        List<Long> hours) {

    /** What totals are added up by. */
    public record Place(LocalDate day, Region region, Standing standing) {
        private String name() {
            return day + "/" + region + "/" + standing;
        }
    }

    public RegionTotal {
        hours = List.copyOf(hours);
    }

    /** Which totals it can be added to. */
    public Place place() {
        return new Place(day, region, standing);
    }

    /** The totals of one organization's tallies, in a fixed order. */
    public static List<RegionTotal> of(Collection<JudgedTally> tallies) {
        Map<String, RegionTotal> totals = new TreeMap<>();
        for (JudgedTally judged : tallies) {
            RegionTotal total = of(judged);
            totals.merge(total.place().name(), total, RegionTotal::withMoreOf);
        }
        return List.copyOf(totals.values());
    }

    private static RegionTotal of(JudgedTally judged) {
        Tally sum = judged.tally().tally();
        return new RegionTotal(
                judged.tally().day(),
                judged.tally().provenance().region(),
                judged.worst(),
                sum.requests(),
                sum.refused(),
                1,
                IntStream.range(0, Hours.COUNT)
                        .mapToObj(hour -> sum.hours().at(hour))
                        .toList());
    }

    /** More of the same organizations. */
    private RegionTotal withMoreOf(RegionTotal same) {
        return sum(same, organizations);
    }

    /** The total with another of the same place, of other organizations. */
    public RegionTotal plus(RegionTotal others) {
        return sum(others, organizations + others.organizations);
    }

    private RegionTotal sum(RegionTotal other, long whose) {
        List<Long> both = new ArrayList<>();
        for (int hour = 0; hour < hours.size(); hour++) {
            both.add(hours.get(hour) + other.hours.get(hour));
        }
        return new RegionTotal(day, region, standing, requests + other.requests, refused + other.refused, whose, both);
    }
}
