/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast an organization's traffic ran in the last week of a window, in admitted requests a day.
 *
 * @param direct from each region that is not supported
 * @param ordinary from access, business and education networks in supported regions
 * @param masking from networks that hide where traffic starts, wherever they are
 */
public record Paces(Map<Region, Double> direct, double ordinary, double masking) {

    public Paces {
        direct = Map.copyOf(direct);
    }

    /** The paces of the week that ends with a day. */
    static Paces of(RegionPolicy policy, LocalDate lastDay, List<DayTally> tallies) {
        LocalDate firstDay = lastDay.minusDays(Pace.DAYS - 1L);
        Map<Region, Double> direct = new TreeMap<>();
        double ordinary = 0;
        double masking = 0;
        for (DayTally tally : tallies) {
            if (tally.day().isBefore(firstDay) || tally.day().isAfter(lastDay)) {
                continue;
            }
            double pace = (double) tally.tally().admitted() / Pace.DAYS;
            NetworkType type = tally.provenance().networkType();
            Standing standing = JudgedTally.standingUnder(policy, tally);
            if (standing == Standing.UNSUPPORTED && !type.placedByProvider()) {
                direct.merge(tally.provenance().region(), pace, Double::sum);
            } else if (hides(type)) {
                masking += pace;
            } else if (standing == Standing.SUPPORTED) {
                ordinary += pace;
            }
        }
        return new Paces(direct, ordinary, masking);
    }

    private static boolean hides(NetworkType type) {
        return type.anonymizes() || type == NetworkType.HOSTING;
    }

    /** The pace of a region, and of what could take its place. */
    Pace of(Region region) {
        return new Pace(direct.getOrDefault(region, 0.0), ordinary, masking);
    }
}
