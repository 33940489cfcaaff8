/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What public holidays and make-up workdays weigh: whether the organization rests when an unsupported region rests and
 * its own country works, and works on the weekend days on which only that region does.
 */
final class Holidays {

    /** Fewest ordinary workdays to compare with. */
    private static final int LEAST_WORKDAYS = 9;

    private static final double RESTS = 0.4;
    private static final double WORKS = 0.75;

    /** An organization whose weekends are like its workdays has no weekend to give up. */
    private static final double WEEKEND = 0.6;

    private static final int DAY_STARTS = 9;
    private static final int DAY_ENDS = 21;

    private final EvidenceWindow window;
    private final EvidenceModel model;
    private final Region home;
    private final Region suspect;
    private final int offset;

    Holidays(EvidenceWindow window, EvidenceModel model, Region home, Region suspect) {
        this.window = window;
        this.model = model;
        this.home = home;
        this.suspect = suspect;
        List<ZoneId> zones = model.zonesOf(suspect);
        this.offset = zones.isEmpty() ? 0 : Hours.offset(zones.get(0), window.lastDay());
    }

    /**
     * The findings about the likeliest of the regions in question: to take the heaviest of all would find one that fits
     * by chance. Regions with few users are left out.
     */
    static List<Finding> ofLikeliest(EvidenceWindow window, EvidenceModel model, List<Region> suspects) {
        Region home = window.home();
        if (home == null) {
            return List.of();
        }
        return suspects.stream()
                .filter(suspect -> users(model, suspect) >= model.of(Weight.HOLIDAY_SUSPECT))
                .max(Comparator.comparingDouble((Region suspect) -> users(model, suspect))
                        .thenComparing(Comparator.reverseOrder()))
                .map(suspect -> new Holidays(window, model, home, suspect).findings())
                .orElse(List.of());
    }

    private static double users(EvidenceModel model, Region region) {
        return model.suspects().getOrDefault(region.code(), 0.0);
    }

    List<Finding> findings() {
        Calendars calendars = model.facts().calendars();
        int year = window.lastDay().getYear();
        if (!calendars.knows(suspect, year) || !calendars.knows(home, year)) {
            return List.of();
        }
        List<LocalDate> ordinary =
                days(day -> calendars.ordinaryWorkday(suspect, day) && calendars.ordinaryWorkday(home, day));
        if (ordinary.size() < LEAST_WORKDAYS || median(ordinary) < 1) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (List<LocalDate> block :
                blocks(days(day -> calendars.holiday(suspect, day) && calendars.ordinaryWorkday(home, day)))) {
            add(findings, holiday(block, median(block) / median(ordinary)));
        }
        add(findings, makeUp(calendars, median(ordinary)));
        return findings;
    }

    private Finding holiday(List<LocalDate> block, double ratio) {
        double weight = ratio < RESTS ? model.of(Weight.HOLIDAY_KEPT) : 0;
        weight = ratio >= WORKS ? model.of(Weight.HOLIDAY_WORKED) : weight;
        String sentence = String.format(
                java.util.Locale.ROOT,
                "On the public holiday of %s from %s, which is none in %s, daytime traffic was %.0f %% of ordinary.",
                suspect,
                block.get(0),
                home,
                100 * ratio);
        return EvidenceWindow.finding("HOLIDAY_" + suspect, Family.TIME, weight, block, sentence);
    }

    private Finding makeUp(Calendars calendars, double ordinary) {
        List<LocalDate> makeUps = days(day -> calendars.makeUp(suspect, day) && calendars.weekend(home, day));
        List<LocalDate> weekends = days(day -> calendars.weekend(home, day) && !calendars.makeUp(suspect, day));
        boolean rests = weekends.size() >= 2 && median(weekends) <= WEEKEND * ordinary;
        double ratio = makeUps.isEmpty() ? 0 : median(makeUps) / ordinary;
        double weight = 0;
        if (rests && !makeUps.isEmpty()) {
            weight = ratio <= WEEKEND ? model.of(Weight.MAKE_UP_IDLE) : 0;
            weight = ratio >= WORKS ? model.of(Weight.MAKE_UP_WORKED) : weight;
        }
        String sentence = String.format(
                java.util.Locale.ROOT,
                "On weekend days that only %s works, traffic was %.0f %% of ordinary workdays.",
                suspect,
                100 * ratio);
        return EvidenceWindow.finding("HOLIDAY_MAKE_UP_" + suspect, Family.TIME, weight, makeUps, sentence);
    }

    private static void add(List<Finding> findings, Finding finding) {
        if (finding.weightDecibans() != 0) {
            findings.add(finding);
        }
    }

    private List<LocalDate> days(java.util.function.Predicate<LocalDate> kind) {
        List<LocalDate> days = new ArrayList<>();
        if (!window.days().isEmpty()) {
            LocalDate first = window.days().firstKey();
            first.datesUntil(window.lastDay().plusDays(1)).filter(kind).forEach(days::add);
        }
        return days;
    }

    /** Holidays that are at most a weekend apart are one. */
    private static List<List<LocalDate>> blocks(List<LocalDate> days) {
        List<List<LocalDate>> blocks = new ArrayList<>();
        for (LocalDate day : days) {
            List<LocalDate> last = blocks.isEmpty() ? List.of() : blocks.get(blocks.size() - 1);
            if (last.isEmpty() || last.get(last.size() - 1).plusDays(3).isBefore(day)) {
                blocks.add(new ArrayList<>(List.of(day)));
            } else {
                last.add(day);
            }
        }
        return blocks;
    }

    private double median(List<LocalDate> days) {
        double[] daytimes = days.stream().mapToDouble(this::daytime).sorted().toArray();
        int middle = daytimes.length / 2;
        return daytimes.length % 2 == 1 ? daytimes[middle] : (daytimes[middle - 1] + daytimes[middle]) / 2;
    }

    /** Requests of the local daytime of the region in question. */
    private double daytime(LocalDate day) {
        double sum = 0;
        for (int local = DAY_STARTS; local < DAY_ENDS; local++) {
            int utc = local - offset;
            EvidenceDay facts = at(day.plusDays(Math.floorDiv(utc, 24)));
            sum += facts == null ? 0 : facts.hours()[Math.floorMod(utc, 24)];
        }
        return sum;
    }

    private @org.jspecify.annotations.Nullable EvidenceDay at(LocalDate day) {
        Map<LocalDate, EvidenceDay> days = window.days();
        return days.get(day);
    }
}
