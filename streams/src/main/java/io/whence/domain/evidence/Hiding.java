/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.CountedSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What networks that hide where requests start weigh. A day weighs by the share of its active time, not of its
 * requests; a VPN accuses nobody alone.
 */
final class Hiding {

    /** Below this share of the active time, a kind of network is not worth a sentence. */
    private static final double WORTH_TELLING = 0.05;

    private record Kind(Set<NetworkType> types, Weight perDay, String code, String words) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Set.of(NetworkType.VPN, NetworkType.PROXY), Weight.VPN_PER_DAY, "VPN_DAYS", "VPNs and proxies"),
            new Kind(Set.of(NetworkType.TOR), Weight.TOR_PER_DAY, "TOR_DAYS", "Tor"),
            new Kind(
                    Set.of(NetworkType.RESIDENTIAL_PROXY),
                    Weight.RESIDENTIAL_PER_DAY,
                    "RESIDENTIAL_DAYS",
                    "home connections that are rented out as proxies"),
            new Kind(Set.of(NetworkType.HOSTING), Weight.HOSTING_PER_DAY, "HOSTING_DAYS", "data centres"));

    private final EvidenceWindow window;
    private final EvidenceModel model;

    Hiding(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Kind kind : KINDS) {
            List<LocalDate> days = window.daysWith(day -> share(day, kind) >= WORTH_TELLING);
            if (!days.isEmpty()) {
                findings.add(finding(kind, days));
            }
        }
        findings.addAll(foreignClouds());
        return findings;
    }

    private Finding finding(Kind kind, List<LocalDate> days) {
        double weight = 0;
        double shares = 0;
        for (LocalDate day : days) {
            double share = share(window.on(day), kind);
            weight += share * window.freshness(day) * model.of(kind.perDay());
            shares += share;
        }
        String sentence = String.format(
                java.util.Locale.ROOT,
                "Requests came through %s on %s, for %.0f %% of the active time of these days.",
                kind.words(),
                EvidenceWindow.days(days.size()),
                100 * shares / days.size());
        return EvidenceWindow.finding(kind.code(), Family.ANONYMIZER, weight, days, sentence);
    }

    private static double share(EvidenceDay day, Kind kind) {
        int all = day.times().slots();
        return all == 0 ? 0 : (double) day.times().slots(kind.types()) / all;
    }

    private List<Finding> foreignClouds() {
        Set<Region> homes = new TreeSet<>();
        List<LocalDate> days = window.daysWith(day -> {
            boolean found = false;
            for (CountedSample.Counted<Long> operator : day.operators().inHashOrder()) {
                Region home = model.homes().get(operator.item());
                if (home != null && window.unsupported(home)) {
                    homes.add(home);
                    found = true;
                }
            }
            return found;
        });
        if (days.isEmpty()) {
            return List.of();
        }
        String sentence = "Requests came on " + EvidenceWindow.days(days.size())
                + " out of clouds whose operator is at home in " + homes + ".";
        double weight = model.of(Weight.FOREIGN_CLOUD) * window.freshness(days.get(days.size() - 1));
        return List.of(EvidenceWindow.finding("FOREIGN_CLOUD", Family.ANONYMIZER, weight, days, sentence));
    }
}
