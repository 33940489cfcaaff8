/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import io.whence.domain.tally.CountedSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What delays, forged headers, log-ins to the console and billing weigh. */
final class Hints {

    /** Fewer measurements of a day are chance. */
    private static final long LEAST_MEASURED = 10;

    private static final double DETOUR_SHARE = 0.3;
    private static final long LEAST_FORGED = 10;

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
        findings.addAll(new LogIns(window, model, explained).findings());
        addBilling(findings);
        return findings;
    }

    /** Days on which answers took a detour. */
    static List<LocalDate> detours(EvidenceWindow window) {
        return window.daysWith(day -> {
            Delays delays = day.delays();
            return delays.detours() >= LEAST_MEASURED && delays.detours() >= DETOUR_SHARE * delays.paths();
        });
    }

    private void addDetours(List<Finding> findings) {
        List<LocalDate> days = detours(window);
        if (days.size() > 1) {
            double last = window.freshness(days.get(days.size() - 1));
            double weight = Math.min(
                    model.of(Weight.DETOUR_AT_MOST),
                    model.of(Weight.DETOUR) * last + model.of(Weight.DETOUR_PER_DAY) * (window.freshness(days) - last));
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
                    "This organization pays from " + billing + "."));
        } else if (billing.equals(window.home())) {
            findings.add(finding(
                    "BILLING_SUPPORTED",
                    model.of(Weight.BILLING_ELSEWHERE),
                    List.of(),
                    "This organization pays from " + billing + ", where it says it is."));
        }
    }

    private static Finding finding(String code, double weight, List<LocalDate> days, String sentence) {
        Family family = code.equals("DETOUR") ? Family.DELAY : Family.CLIENT;
        return EvidenceWindow.finding(code, family, weight, days, sentence);
    }
}
