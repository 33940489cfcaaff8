/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/**
 * How often a geolocation database that names a region is wrong about it, and how much it may therefore weigh.
 *
 * @param wrongAlone probability that one database is wrong when it names the region, above 0
 * @param wrongConfirmed the same when a second database names the same country, above 0
 * @param capAlone most decibans that direct egress may weigh on one database
 * @param capConfirmed most decibans on two databases that agree
 */
public record LocationReliability(double wrongAlone, double wrongConfirmed, double capAlone, double capConfirmed) {

    double wrong(boolean confirmed) {
        return confirmed ? wrongConfirmed : wrongAlone;
    }

    double cap(boolean confirmed) {
        return confirmed ? capConfirmed : capAlone;
    }
}
