/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All signals of a masked origin in a window, and what explains direct requests. */
public final class Signals {

    private final EvidenceWindow window;
    private final EvidenceModel model;

    public Signals(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    /** What speaks of a masked origin when nobody was on a journey. */
    List<Finding> findings() {
        return findings(Map.of());
    }

    /**
     * What speaks of a masked origin, each finding as it weighs by itself.
     *
     * @param explained days by region on which it is explained that somebody was there, as by a journey
     */
    public List<Finding> findings(Map<Region, SortedSet<LocalDate>> explained) {
        List<Finding> findings = new ArrayList<>();
        if (window.days().isEmpty()) {
            return findings;
        }
        DayShape shape = DayShape.of(window.days().values(), model.dayShape());
        Hours hours = new Hours(window, model, shape);
        findings.addAll(new Hiding(window, model).findings());
        findings.addAll(hours.findings());
        if (shape.repeats(model.of(Weight.COHERENCE))) {
            findings.addAll(Holidays.ofLikeliest(window, model, hours.near()));
        }
        findings.addAll(new Movement(window, model).findings());
        findings.addAll(new Hints(window, model, explained).findings());
        findings.addAll(new RelayFanIn(window, model).findings());
        findings.addAll(new SharedEgress(window, model).findings(ownSigns(findings)));
        return findings;
    }

    /** What days weigh on which no request came straight out of an unsupported region; for windows without any. */
    public Finding quietDays() {
        List<LocalDate> days = List.copyOf(window.days().keySet());
        return EvidenceWindow.finding(
                "QUIET_DAYS",
                Family.DIRECT_EGRESS,
                model.of(Weight.QUIET_DAY) * days.size(),
                days,
                "On " + EvidenceWindow.days(days.size()) + ", no request came straight out of an unsupported region.");
    }

    /** What the organization's own findings weigh against it, each family within its bounds. */
    private double ownSigns(List<Finding> findings) {
        Map<Family, Double> sums = new TreeMap<>();
        findings.forEach(finding -> sums.merge(finding.family(), finding.weightDecibans(), Double::sum));
        double own = 0;
        for (Map.Entry<Family, Double> sum : sums.entrySet()) {
            own += Math.max(
                    0, Math.min(sum.getValue(), model.bounds(sum.getKey()).most()));
        }
        return own;
    }

    /** What explains direct requests from a region without anybody to blame; null when nothing does. */
    public @Nullable Finding benignReading(DirectUse use) {
        return new BenignReadings(window, model).of(use);
    }
}
