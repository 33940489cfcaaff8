/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What gaps between the round trips of connections and of requests weigh: behind a proxy that ends connections, a
 * request takes longer than the handshake.
 */
final class Gaps {

    /**
     * So few are enough when they are half of all: 5 of 10 by chance are 2 in 10,000 at rttgap's bound of 5.8 %.
     * Whoever hides sends everything through a proxy; whoever tests how a page looks elsewhere sends some.
     */
    private static final long LEAST = 5;

    private final EvidenceWindow window;
    private final List<LocalDate> days;

    Gaps(EvidenceWindow window) {
        this.window = window;
        days = window.daysWith(day -> gapped(day.delays()));
    }

    private static boolean gapped(Delays delays) {
        return delays.gaps() >= LEAST && 3 * delays.gaps() >= 2 * delays.pairs();
    }

    /** Days with gaps. */
    List<LocalDate> days() {
        return days;
    }

    List<Finding> findings(EvidenceModel model) {
        List<Finding> findings = new ArrayList<>();
        if (days.isEmpty()) {
            return findings;
        }
        double last = window.freshness(days.get(days.size() - 1));
        double weight = model.of(Weight.GAP) * last + model.of(Weight.GAP_PER_DAY) * (window.freshness(days) - last);
        findings.add(EvidenceWindow.finding(
                "GAP",
                Family.DELAY,
                weight,
                days,
                "On " + EvidenceWindow.days(days.size())
                        + ", requests out of access networks took 25 ms longer than the connection that carried them, as"
                        + " behind a proxy that ends it."));
        List<LocalDate> rotating = days.stream()
                .filter(day -> window.on(day).networks().distinct() >= model.of(Weight.ROTATING_NETWORKS))
                .toList();
        if (rotating.size() > 1) {
            findings.add(EvidenceWindow.finding(
                    "GAP_ROTATION",
                    Family.DELAY,
                    model.of(Weight.ROTATION_PER_DAY) * window.freshness(rotating),
                    rotating,
                    "On " + EvidenceWindow.days(rotating.size()) + ", such requests came through many networks in turn,"
                            + " as out of a pool of rented connections."));
        }
        return findings;
    }
}
