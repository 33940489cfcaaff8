/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.CountedSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What log-ins to the console weigh: people make them, wherever the software of their organization runs. */
final class LogIns {

    /** Nobody is seen but where the software runs. */
    static final String HOSTED = "LOG_INS_HOSTED";

    /** So many from supported regions are a habit. */
    private static final long HABIT = 5;

    /** So many out of data centres are no accident. */
    private static final long LEAST_HOSTED = 3;

    /** So many of all, and of the requests: lists know nine data centres in ten (measured: X4BNet), and chance. */
    private static final double NEARLY_ALL = 0.8;

    private final EvidenceWindow window;
    private final EvidenceModel model;
    private final Map<Region, SortedSet<LocalDate>> explained;
    private final Map<Region, TreeSet<LocalDate>> there = new TreeMap<>();
    private final long hosted;
    private final long all;
    private long supported;

    /**
     * Log-ins of a window.
     *
     * @param explained days by region on which it is explained that somebody was there, as by a journey
     */
    LogIns(EvidenceWindow window, EvidenceModel model, Map<Region, SortedSet<LocalDate>> explained) {
        this.window = window;
        this.model = model;
        this.explained = explained;
        window.days().forEach((date, day) -> sort(date, day.consoles()));
        CountedSample<String> kinds = window.together().logIns();
        hosted = kinds.countOf(NetworkType.HOSTING.name());
        all = kinds.inHashOrder().stream()
                .mapToLong(CountedSample.Counted::count)
                .sum();
    }

    private void sort(LocalDate date, CountedSample<String> consoles) {
        for (CountedSample.Counted<String> logIns : consoles.inHashOrder()) {
            Region region = new Region(logIns.item());
            if (window.unsupported(region)) {
                there.computeIfAbsent(region, any -> new TreeSet<>()).add(date);
            } else if (window.supported(region)) {
                supported += logIns.count();
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        there.forEach((region, days) -> findings.add(from(region, days)));
        if (nobodyIsSeen()) {
            findings.add(finding(
                    HOSTED,
                    model.of(Weight.LOG_INS_HOSTED),
                    window.daysWith(day -> day.logIns().countOf(NetworkType.HOSTING.name()) > 0),
                    hosted + " of " + all
                            + " log-ins to the console came out of data centres, as the requests do: hardly"
                            + " anybody is seen where people live and work."));
        } else if (there.isEmpty() && supported - hosted >= HABIT) {
            findings.add(finding(
                    "CONSOLE_SUPPORTED",
                    model.of(Weight.CONSOLE_ELSEWHERE),
                    List.of(),
                    "All of " + (supported - hosted)
                            + " log-ins to the console by people came from supported regions."));
        }
        return findings;
    }

    /** Log-ins of a journey are told and weigh nothing: the journey is weighed already. */
    private Finding from(Region region, SortedSet<LocalDate> days) {
        boolean away =
                explained.getOrDefault(region, Collections.emptySortedSet()).containsAll(days);
        return finding(
                "CONSOLE_" + region.code(),
                away ? 0 : weight(days),
                List.copyOf(days),
                "Somebody logged in to the console from " + region + " on " + EvidenceWindow.days(days.size())
                        + (away ? ", as the requests from there explain." : "."));
    }

    /** However often somebody logs in on a visit, it is one; whoever is there again after it is there. */
    private double weight(SortedSet<LocalDate> days) {
        List<LocalDate> further = new ArrayList<>();
        LocalDate visit = days.first();
        for (LocalDate day : days) {
            if (day.toEpochDay() - visit.toEpochDay() >= model.of(Weight.JOURNEY_SPAN)) {
                further.add(day);
                visit = day;
            }
        }
        return model.of(Weight.CONSOLE_THERE) * window.freshness(days.last())
                + model.of(Weight.CONSOLE_PER_VISIT) * window.freshness(further);
    }

    /**
     * Whether whoever logs in does so from where its software runs. Detours tell of a VPN already, through which its
     * people do everything: that is one habit and not two facts.
     */
    private boolean nobodyIsSeen() {
        return hosted >= LEAST_HOSTED
                && hosted >= NEARLY_ALL * all
                && there.isEmpty()
                && window.days().size() >= model.of(Weight.HOME_DAYS)
                && window.personal() <= 1 - NEARLY_ALL
                && Hints.detours(window).isEmpty();
    }

    private static Finding finding(String code, double weight, List<LocalDate> days, String sentence) {
        return EvidenceWindow.finding(code, Family.CLIENT, weight, days, sentence);
    }
}
