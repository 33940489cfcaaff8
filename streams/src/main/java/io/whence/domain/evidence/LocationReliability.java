/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.util.Map;

/**
 * How often a geolocation database that names a region is wrong about it, and how much it may therefore weigh.
 *
 * <p>Measured on two leading databases of 2026: the share of the addresses one places in a region that the other places
 * in a country outside the unsupported set (GeoLite2 against DB-IP Lite, June 2026). The figures for two databases that
 * agree assume partly independent errors. Crimea and Sevastopol: MaxMind's own figures of 2019, precision 99 %.
 *
 * @param wrongAlone probability that one database is wrong when it names the region
 * @param wrongConfirmed the same when a second database names the same country
 * @param capAlone most decibans that direct egress may weigh on one database
 * @param capConfirmed most decibans on two databases that agree
 */
record LocationReliability(double wrongAlone, double wrongConfirmed, double capAlone, double capConfirmed) {

    private static final LocationReliability UNMEASURED = new LocationReliability(0.01, 0.002, 20, 24);

    private static final Map<String, LocationReliability> MEASURED = Map.ofEntries(
            Map.entry("CN", new LocationReliability(0.004, 0.0005, 24, 33)),
            Map.entry("HK", new LocationReliability(0.12, 0.03, 9, 15)),
            Map.entry("RU", new LocationReliability(0.011, 0.002, 20, 27)),
            Map.entry("IR", new LocationReliability(0.007, 0.001, 22, 30)),
            Map.entry("BY", new LocationReliability(0.004, 0.001, 24, 30)),
            Map.entry("KP", new LocationReliability(0.10, 0.05, 10, 13)),
            Map.entry("CU", new LocationReliability(0.009, 0.002, 20, 24)),
            Map.entry("SY", new LocationReliability(0.003, 0.001, 20, 24)),
            Map.entry("MO", new LocationReliability(0.004, 0.002, 20, 24)),
            Map.entry("UA-43", new LocationReliability(0.01, 0.01, 20, 20)),
            Map.entry("UA-40", new LocationReliability(0.01, 0.01, 20, 20)),
            Map.entry("UA", new LocationReliability(0.036, 0.01, 14, 20)));

    static LocationReliability of(Region region) {
        LocationReliability exact = MEASURED.get(region.code());
        return exact == null ? MEASURED.getOrDefault(region.country().code(), UNMEASURED) : exact;
    }

    double wrong(boolean confirmed) {
        return confirmed ? wrongConfirmed : wrongAlone;
    }

    double cap(boolean confirmed) {
        return confirmed ? capConfirmed : capAlone;
    }
}
