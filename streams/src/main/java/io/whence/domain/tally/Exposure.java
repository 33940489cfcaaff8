/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much an organization sent from each place in its last closed days: just enough to tell whether its tallies are
 * worth reading. Requests whose place is masked or disputed are left out, because no policy judges by them.
 *
 * @param through the last closed day
 * @param places one for each region and product with traffic, in a fixed order
 */
public record Exposure(LocalDate through, List<Place> places) {

    /** Nothing was sent. */
    public static final Exposure NONE = new Exposure(LocalDate.MIN, List.of());

    /**
     * One place.
     *
     * @param region where the requests came from
     * @param product what they were for
     * @param requests admitted requests by day, above zero each
     */
    public record Place(Region region, String product, Map<LocalDate, Long> requests) {
        public Place {
            requests = Collections.unmodifiableMap(requests);
        }
    }

    private record Name(Region region, String product) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byRegion = region.compareTo(other.region);
            return byRegion == 0 ? product.compareTo(other.product) : byRegion;
        }
    }

    public Exposure {
        places = List.copyOf(places);
    }

    /**
     * The exposure with a day more, and without those that are too old.
     *
     * @param day the day
     * @param tallies all its tallies
     * @param days how many days to keep, the given one included
     */
    public Exposure closing(LocalDate day, List<DayTally> tallies, int days) {
        Map<Name, Map<LocalDate, Long>> sums = new TreeMap<>();
        LocalDate oldest = day.minusDays(days - 1L);
        for (Place place : places) {
            place.requests().forEach((known, requests) -> {
                if (!known.isBefore(oldest) && !known.equals(day)) {
                    add(sums, new Name(place.region(), place.product()), known, requests);
                }
            });
        }
        for (DayTally tally : tallies) {
            Provenance from = tally.provenance();
            long admitted = tally.tally().admitted();
            if (admitted > 0 && !from.networkType().anonymizes() && from.agreement() != Agreement.DISPUTED) {
                add(sums, new Name(from.region(), from.product()), day, admitted);
            }
        }
        List<Place> all = new ArrayList<>();
        sums.forEach((name, requests) -> all.add(new Place(name.region(), name.product(), requests)));
        return new Exposure(day, all);
    }

    private static void add(Map<Name, Map<LocalDate, Long>> sums, Name name, LocalDate day, long requests) {
        sums.computeIfAbsent(name, any -> new TreeMap<>()).merge(day, requests, Long::sum);
    }
}
