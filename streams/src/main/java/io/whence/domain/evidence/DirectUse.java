/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Direct requests from one unsupported region, as far as they are to be explained.
 *
 * @param region the region
 * @param weight decibans they weigh before anything explains them
 * @param operators of the networks they came from, at least 1
 * @param days UTC days with such requests, at least one; days of log-ins only where there are no others
 * @param ordinaryDays UTC days with admitted requests from regions that are supported or may be
 * @param personal share of the requests from elsewhere that came through networks people have at home, at work and on
 *     the way, 0 to 1
 * @param hiddenDays those of {@code days} on which a third of the requests and more came through networks that hide
 *     where requests start
 * @param types requests by kind of network
 * @param share of the requests of the window, 0 to 1
 */
public record DirectUse(
        Region region,
        double weight,
        int operators,
        SortedSet<LocalDate> days,
        SortedSet<LocalDate> ordinaryDays,
        double personal,
        SortedSet<LocalDate> hiddenDays,
        Map<NetworkType, Long> types,
        double share) {

    private static final double NEARLY_ALL = 0.9;

    /** Days no further apart than this are one stay, which a weekend without work does not end. */
    private static final int ONE_STAY = 3;

    public DirectUse {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        ordinaryDays = Collections.unmodifiableSortedSet(new TreeSet<>(ordinaryDays));
        types = Map.copyOf(types);
        hiddenDays = Collections.unmodifiableSortedSet(new TreeSet<>(hiddenDays));
    }

    /** Whether nearly all of the requests came through one kind of network. */
    boolean nearlyAll(NetworkType type) {
        long all = types.values().stream().mapToLong(Long::longValue).sum();
        return all > 0 && types.getOrDefault(type, 0L) >= NEARLY_ALL * all;
    }

    /**
     * How often the region came to light beside what hides it: days with VPNs or proxies; or stays, of an organization
     * that is long known and seen on no line of people but there, so that nothing else of it shows where it is. A
     * journey is one stay, however long.
     *
     * @param leastPersonal share of the other requests from which on it is seen at home
     * @param leastDays days with other requests from which on it is long known
     */
    public int leaks(double leastPersonal, double leastDays) {
        boolean homeless = personal < leastPersonal && ordinaryDays.size() >= leastDays;
        return homeless ? Math.max(stays(), hiddenDays.size()) : hiddenDays.size();
    }

    private int stays() {
        int stays = 1;
        LocalDate before = days.first();
        for (LocalDate day : days) {
            stays += day.toEpochDay() - before.toEpochDay() > ONE_STAY ? 1 : 0;
            before = day;
        }
        return stays;
    }

    /** Whether nobody but who logged in to the console was there; that is not done every day. */
    boolean onlyLogIns() {
        return weight == 0;
    }

    /** Days with requests from supported regions before the first and after the last of the days. */
    int atHome() {
        return ordinaryDays.headSet(days.first()).size()
                + ordinaryDays.tailSet(days.last().plusDays(1)).size();
    }

    /** Days from the first to the last, both included. */
    int span() {
        return (int) (days.last().toEpochDay() - days.first().toEpochDay()) + 1;
    }

    /** The longest pause between two of the days, in days. */
    int longestPause() {
        int longest = 0;
        LocalDate before = days.first();
        for (LocalDate day : days) {
            longest = Math.max(longest, (int) (day.toEpochDay() - before.toEpochDay()) - 1);
            before = day;
        }
        return longest;
    }
}
