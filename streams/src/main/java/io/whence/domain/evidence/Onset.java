/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Since when evidence against an organization adds up: Page's cumulative sum (CUSUM). Each day adds what findings weigh
 * on it and takes away what a quiet day is worth; the sum never falls below nothing, so that what was long ago and
 * alone is forgotten. It began on the day on which the sum last rose from nothing before it was highest.
 */
public final class Onset {

    /**
     * What a day without a leak takes away, in decibans: 95 % of days behind a VPN are such, and 99.7 % of all others.
     */
    private static final double QUIET_DAY = Decibans.ofRatio(0.997 / 0.95);

    private Onset() {}

    /**
     * The UTC day; empty below {@link Level#WATCH}, where there is nothing to date, and where no finding has a day.
     *
     * @param findings as they weigh in a verdict, its prior among them
     */
    public static Optional<LocalDate> of(List<Finding> findings) {
        double score = findings.stream().mapToDouble(Finding::weightDecibans).sum();
        return score < Level.WATCH.from() ? Optional.empty() : highestRise(daily(findings));
    }

    private static NavigableMap<LocalDate, Double> daily(List<Finding> findings) {
        NavigableMap<LocalDate, Double> daily = new TreeMap<>();
        for (Finding finding : findings) {
            Instant first = finding.firstSeen();
            Instant last = finding.lastSeen();
            if (first != null && last != null) {
                List<LocalDate> days =
                        dayOf(first).datesUntil(dayOf(last).plusDays(1)).toList();
                days.forEach(day -> daily.merge(day, finding.weightDecibans() / days.size(), Double::sum));
            }
        }
        return daily;
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Optional<LocalDate> highestRise(NavigableMap<LocalDate, Double> daily) {
        if (daily.isEmpty()) {
            return Optional.empty();
        }
        LocalDate began = daily.firstKey();
        LocalDate onset = null;
        double sum = 0;
        double highest = 0;
        for (LocalDate day :
                daily.firstKey().datesUntil(daily.lastKey().plusDays(1)).toList()) {
            began = sum == 0 ? day : began;
            sum = Math.max(0, sum + daily.getOrDefault(day, 0.0) - QUIET_DAY);
            onset = sum > highest ? began : onset;
            highest = Math.max(highest, sum);
        }
        return Optional.ofNullable(onset);
    }
}
