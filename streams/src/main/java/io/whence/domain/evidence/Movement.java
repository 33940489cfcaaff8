/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What places weigh between which nobody travels in the time. */
final class Movement {

    /** An organization seen on more networks a day is many people, of whom each stays where he is. */
    private static final long FEW_NETWORKS = 20;

    /** More countries of one day tell no more. */
    private static final int FURTHER = 3;

    private final EvidenceWindow window;
    private final EvidenceModel model;

    Movement(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<LocalDate> jumps = window.daysWith(day ->
                day.networks().distinct() <= FEW_NETWORKS && day.sightings().impossible());
        if (!jumps.isEmpty()) {
            findings.add(EvidenceWindow.finding(
                    "IMPOSSIBLE_TRAVEL",
                    Family.TRAVEL,
                    model.of(Weight.IMPOSSIBLE_TRAVEL_PER_DAY) * window.freshness(jumps),
                    jumps,
                    "On " + EvidenceWindow.days(jumps.size())
                            + ", one client was seen within half an hour on access networks that are further apart than"
                            + " anybody travels."));
        }
        List<LocalDate> hops =
                window.days().keySet().stream().filter(day -> further(day) > 0).toList();
        if (!hops.isEmpty()) {
            double further = hops.stream()
                    .mapToDouble(day -> window.freshness(day) * further(day))
                    .sum();
            findings.add(EvidenceWindow.finding(
                    "ANONYMIZER_HOPS",
                    Family.TRAVEL,
                    model.of(Weight.ANONYMIZER_HOP_PER_DAY) * further,
                    hops,
                    "On " + EvidenceWindow.days(hops.size()) + ", VPNs were left in several countries."));
        }
        return findings;
    }

    /** Countries beside the first in which VPNs were left on a day. */
    private int further(LocalDate day) {
        return Math.min(FURTHER, window.exits().getOrDefault(day, 0) - 1);
    }
}
