/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

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

/** What delays, forged headers, log-ins to the console and billing weigh. */
final class Hints {

    /** Fewer measurements of a day are chance. */
    private static final long LEAST_MEASURED = 10;

    private static final double DETOUR_SHARE = 0.3;
    private static final long LEAST_FORGED = 10;
    private static final long LEAST_LOG_INS = 5;

    private final EvidenceWindow window;
    private final EvidenceModel model;
    private final Map<Region, SortedSet<LocalDate>> explained;

    /**
     * Hints of a window.
     *
     * @param explained days by region on which it is explained that somebody was there, as by a journey
     */
    Hints(EvidenceWindow window, EvidenceModel model, Map<Region, SortedSet<LocalDate>> explained) {
        this.window = window;
        this.model = model;
        this.explained = explained;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new Gaps(window).findings(model));
        addDetours(findings);
        addForgery(findings);
        addLogIns(findings);
        addBilling(findings);
        return findings;
    }

    private void addDetours(List<Finding> findings) {
        List<LocalDate> days = window.daysWith(day -> {
            Delays delays = day.delays();
            return delays.detours() >= LEAST_MEASURED && delays.detours() >= DETOUR_SHARE * delays.paths();
        });
        if (days.size() > 1) {
            double last = window.freshness(days.get(days.size() - 1));
            double weight =
                    model.of(Weight.DETOUR) * last + model.of(Weight.DETOUR_PER_DAY) * (window.freshness(days) - last);
            findings.add(finding(
                    "DETOUR",
                    weight,
                    days,
                    "On " + EvidenceWindow.days(days.size())
                            + ", answers took 80 ms longer than the way to the places of the addresses explains."));
        }
    }

    private void addForgery(List<Finding> findings) {
        long requests = 0;
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Map.Entry<LocalDate, EvidenceDay> day : window.days().entrySet()) {
            for (CountedSample.Counted<String> pair : day.getValue().forged().inHashOrder()) {
                String[] regions = pair.item().split(">", -1);
                if (window.unsupported(new Region(regions[0])) && window.supported(new Region(regions[1]))) {
                    requests += pair.count();
                    days.add(day.getKey());
                }
            }
        }
        if (requests >= LEAST_FORGED) {
            List<LocalDate> on = List.copyOf(days);
            findings.add(finding(
                    "FORGED_FORWARDING",
                    model.of(Weight.FORGED_FORWARDING) * window.freshness(days.last()),
                    on,
                    requests + " requests on " + EvidenceWindow.days(on.size())
                            + " came out of an unsupported region with a forwarding header of their own that names a"
                            + " supported one."));
        }
    }

    private void addLogIns(List<Finding> findings) {
        Map<Region, TreeSet<LocalDate>> there = new TreeMap<>();
        long elsewhere = 0;
        for (Map.Entry<LocalDate, EvidenceDay> day : window.days().entrySet()) {
            for (CountedSample.Counted<String> logIns :
                    day.getValue().consoles().inHashOrder()) {
                Region region = new Region(logIns.item());
                if (window.unsupported(region)) {
                    there.computeIfAbsent(region, any -> new TreeSet<>()).add(day.getKey());
                } else if (window.supported(region)) {
                    elsewhere += logIns.count();
                }
            }
        }
        there.forEach((region, days) -> findings.add(logIns(region, days)));
        if (there.isEmpty() && elsewhere >= LEAST_LOG_INS) {
            findings.add(finding(
                    "CONSOLE_SUPPORTED",
                    model.of(Weight.CONSOLE_ELSEWHERE),
                    List.of(),
                    "All of " + elsewhere + " log-ins to the console came from supported regions."));
        }
    }

    /** Log-ins of a journey are told and weigh nothing: the journey is weighed already. */
    private Finding logIns(Region region, SortedSet<LocalDate> days) {
        boolean away =
                explained.getOrDefault(region, Collections.emptySortedSet()).containsAll(days);
        LocalDate last = days.last();
        double weight = model.of(Weight.CONSOLE_THERE) * window.freshness(last);
        return finding(
                "CONSOLE_" + region.code(),
                away ? 0 : weight,
                List.copyOf(days),
                "Somebody logged in to the console from " + region + " on " + EvidenceWindow.days(days.size())
                        + (away ? ", as the requests from there explain." : "."));
    }

    private void addBilling(List<Finding> findings) {
        Region billing = window.billing();
        if (billing == null) {
            return;
        }
        if (window.unsupported(billing)) {
            findings.add(finding(
                    "BILLING_" + billing.code(),
                    model.of(Weight.BILLING_THERE),
                    List.of(),
                    "It pays from " + billing + "."));
        } else if (billing.equals(window.home())) {
            findings.add(finding(
                    "BILLING_SUPPORTED",
                    model.of(Weight.BILLING_ELSEWHERE),
                    List.of(),
                    "It pays from " + billing + ", where it says it is."));
        }
    }

    private static Finding finding(String code, double weight, List<LocalDate> days, String sentence) {
        Family family = code.equals("DETOUR") ? Family.DELAY : Family.CLIENT;
        return EvidenceWindow.finding(code, family, weight, days, sentence);
    }
}
