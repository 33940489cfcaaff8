/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an organization's traffic ran in the last week of a window, in admitted requests a day by the hour.
 *
 * @param direct from each region that is not supported
 * @param ordinary from access, business and education networks in supported regions
 * @param masking from networks that hide where traffic starts, wherever they are
 */
public record Paces(Map<Region, Rhythm> direct, Rhythm ordinary, Rhythm masking) {

    public Paces {
        direct = Map.copyOf(direct);
    }

    /** The paces of the week that ends with a day. */
    static Paces of(RegionPolicy policy, LocalDate lastDay, List<DayTally> tallies) {
        LocalDate firstDay = lastDay.minusDays(Pace.DAYS - 1L);
        Map<Region, Week> direct = new TreeMap<>();
        Week ordinary = new Week();
        Week masking = new Week();
        for (DayTally tally : tallies) {
            if (tally.day().isBefore(firstDay) || tally.day().isAfter(lastDay)) {
                continue;
            }
            NetworkType type = tally.provenance().networkType();
            Standing standing = JudgedTally.standingUnder(policy, tally);
            if (standing == Standing.UNSUPPORTED && !type.placedByProvider()) {
                direct.computeIfAbsent(tally.provenance().region(), none -> new Week())
                        .add(tally.tally());
            } else if (hides(type)) {
                masking.add(tally.tally());
            } else if (standing == Standing.SUPPORTED) {
                ordinary.add(tally.tally());
            }
        }
        Map<Region, Rhythm> byRegion = new TreeMap<>();
        direct.forEach((region, week) -> byRegion.put(region, week.rhythm()));
        return new Paces(byRegion, ordinary.rhythm(), masking.rhythm());
    }

    /** One object for all hours without requests, which most are. */
    private static final Double NEVER = 0.0;

    /** Adds up the hours of a week. */
    private static final class Week {
        private final long[] hours = new long[Rhythm.HOURS];

        void add(Tally tally) {
            for (int hour = 0; hour < hours.length; hour++) {
                hours[hour] += tally.hours().at(hour);
            }
        }

        Rhythm rhythm() {
            if (Arrays.stream(hours).allMatch(requests -> requests == 0)) {
                return Rhythm.NONE;
            }
            return new Rhythm(Arrays.stream(hours)
                    .mapToObj(requests -> requests == 0 ? NEVER : Double.valueOf((double) requests / Pace.DAYS))
                    .toList());
        }
    }

    private static boolean hides(NetworkType type) {
        return type.anonymizes() || type == NetworkType.HOSTING;
    }

    /** The pace of a region, and of what could take its place. */
    Pace of(Region region) {
        return new Pace(direct.getOrDefault(region, Rhythm.NONE), ordinary, masking);
    }
}
