/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What it weighs to look like a relay that many people share: all requests come from one network of a data centre
 * around the clock, for many end users, with the same software. A service of the organization's own looks much the
 * same, so that it weighs little.
 */
final class RelayFanIn {

    private static final int HOURS = 18;
    private static final int CLIENTS = 2;
    private static final double HOSTED = 0.95;

    private final EvidenceWindow window;
    private final EvidenceModel model;

    RelayFanIn(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    List<Finding> findings() {
        List<LocalDate> days = window.daysWith(RelayFanIn::looksLikeARelay);
        if (days.isEmpty()) {
            return List.of();
        }
        return List.of(EvidenceWindow.finding(
                "RELAY_FAN_IN",
                Family.SHARED_EGRESS,
                model.of(Weight.RELAY_FAN_IN_PER_DAY) * window.freshness(days),
                days,
                "On " + EvidenceWindow.days(days.size())
                        + ", all requests came from one network of a data centre around"
                        + " the clock, for " + EvidenceDay.END_USERS
                        + " end users and more, with the same one or two programs."));
    }

    private static boolean looksLikeARelay(EvidenceDay day) {
        int active = 0;
        for (long hour : day.hours()) {
            active += hour > 0 ? 1 : 0;
        }
        int all = day.times().slots();
        return active >= HOURS
                && day.networks().distinct() == 1
                && day.endUsers().distinct() >= EvidenceDay.END_USERS
                && day.clients().kept().size() <= CLIENTS
                && day.times().slots(Set.of(NetworkType.HOSTING)) >= HOSTED * all;
    }
}
