/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The days of an organization that are judged together, and what is known of it beside them.
 *
 * @param lastDay last UTC day
 * @param days the facts of the days there are any of, of this window only
 * @param companions who else was on its exits, by day, of this window only
 * @param standing what the policy says of a region
 * @param home where the organization says it is, or else where most of its ordinary requests come from; null when
 *     neither is known
 * @param billing where it pays from, or null
 * @param exits countries in which VPNs and proxies were left, by UTC day
 * @param personal share of the requests that are not from unsupported regions that came through networks people have at
 *     home, at work and on the way, 0 to 1; 1 when there are none
 */
public record EvidenceWindow(
        LocalDate lastDay,
        NavigableMap<LocalDate, EvidenceDay> days,
        NavigableMap<LocalDate, Companions> companions,
        Function<Region, Standing> standing,
        @Nullable Region home,
        @Nullable Region billing,
        Map<LocalDate, Integer> exits,
        double personal) {

    /** After so many days evidence weighs half. */
    static final double HALF_LIFE_DAYS = 14;

    public EvidenceWindow {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        exits = Map.copyOf(exits);
        companions = Collections.unmodifiableNavigableMap(new TreeMap<>(companions));
    }

    boolean unsupported(Region region) {
        return standing.apply(region) == Standing.UNSUPPORTED;
    }

    boolean supported(Region region) {
        return standing.apply(region) == Standing.SUPPORTED;
    }

    /** The facts of a day; empty ones when there are none. */
    EvidenceDay on(LocalDate day) {
        return days.getOrDefault(day, new EvidenceDay());
    }

    /** How much the evidence of a day weighs still, above 0 and at most 1. */
    double freshness(LocalDate day) {
        return StrictMath.pow(0.5, ChronoUnit.DAYS.between(day, lastDay) / HALF_LIFE_DAYS);
    }

    /** The days for which something holds. */
    List<LocalDate> daysWith(Predicate<EvidenceDay> holds) {
        return days.entrySet().stream()
                .filter(entry -> holds.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The sum of how much these days weigh still. */
    double freshness(List<LocalDate> some) {
        return some.stream().mapToDouble(this::freshness).sum();
    }

    /** All days as one. */
    EvidenceDay together() {
        EvidenceDay all = new EvidenceDay();
        days.values().forEach(all::addAll);
        return all;
    }

    /** A finding that rests on some of the days. */
    static Finding finding(String code, Family family, double weight, List<LocalDate> on, String sentence) {
        Instant first = on.isEmpty() ? null : on.get(0).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = on.isEmpty() ? null : endOf(on.get(on.size() - 1));
        return new Finding(code, family, Decibans.rounded(weight), first, last, sentence);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    /** "1 day" or "7 days". */
    static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }
}
