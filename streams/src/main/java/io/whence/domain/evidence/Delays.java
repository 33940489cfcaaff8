/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * What measured round trips say: light in glass covers about 200 km in a millisecond, so that a round trip takes at
 * least a millisecond for every 100 km. An answer that is faster proves the place wrong; a detour makes it much slower;
 * a proxy that answers for a client far away leaves a gap between the round trip of TCP and that of the request.
 */
public final class Delays {

    /** A gap from which on a proxy ends the connection: rttgap, 798 of 798 proxied and 0 of 50 direct sessions. */
    static final double GAP_MILLIS = 25;

    /** A round trip that is so much longer than cables explain goes through somewhere else. */
    static final double DETOUR_MILLIS = 80;

    private static final double KM_PER_MILLI = 100;
    /** Cables are longer than the great circle, and the last mile takes its time. */
    private static final double CABLE_FACTOR = 1.6;

    private static final double LAST_MILE_MILLIS = 15;

    private long pairs;
    private long gaps;
    private long paths;
    private long detours;
    private final CountedSample<String> measured = new CountedSample<>(EvidenceDay.PAIRS, Hash64::of);
    private final CountedSample<String> impossible = new CountedSample<>(EvidenceDay.PAIRS, Hash64::of);

    /** Takes the two round trips of a request in milliseconds. */
    void pair(double tcpMillis, double requestMillis) {
        pairs++;
        gaps += requestMillis - tcpMillis > GAP_MILLIS ? 1 : 0;
    }

    /** Takes a round trip over a distance. */
    void path(double tcpMillis, double distanceKm) {
        paths++;
        double expected = distanceKm / KM_PER_MILLI * CABLE_FACTOR + LAST_MILE_MILLIS;
        detours += tcpMillis > expected + DETOUR_MILLIS ? 1 : 0;
    }

    /** Takes a round trip to a place that is at least so far. */
    void place(String region, double tcpMillis, double leastKm) {
        measured.add(region, 1);
        if (tcpMillis < leastKm / KM_PER_MILLI) {
            impossible.add(region, 1);
        }
    }

    /** Adds counts; for restoring. */
    public void count(long morePairs, long moreGaps, long morePaths, long moreDetours) {
        pairs += morePairs;
        gaps += moreGaps;
        paths += morePaths;
        detours += moreDetours;
    }

    void addAll(Delays other) {
        count(other.pairs, other.gaps, other.paths, other.detours);
        measured.addAll(other.measured);
        impossible.addAll(other.impossible);
    }

    /** Requests out of access networks with both round trips. */
    public long pairs() {
        return pairs;
    }

    /** Those of them with a gap. */
    public long gaps() {
        return gaps;
    }

    /** Requests with a round trip over a known distance. */
    public long paths() {
        return paths;
    }

    /** Those of them that took a detour. */
    public long detours() {
        return detours;
    }

    /** Requests with a round trip, by the region the database names; of watched regions only. */
    public CountedSample<String> measured() {
        return measured;
    }

    /** Those of them that were answered faster than light in glass. */
    public CountedSample<String> impossible() {
        return impossible;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delays that
                && pairs == that.pairs
                && gaps == that.gaps
                && paths == that.paths
                && detours == that.detours
                && measured.equals(that.measured)
                && impossible.equals(that.impossible);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(pairs * 31 + paths);
    }
}
