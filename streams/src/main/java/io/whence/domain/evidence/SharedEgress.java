/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What it weighs to share exits with other organizations. The only evidence that others can bring about: it is held to
 * what the organization's own indirect signs weigh, so that whoever opens accounts on somebody's exits can at most
 * double what speaks against him anyway.
 *
 * <p>The last day of the window does not count: others are heard of a little after a day closes, and what is weighed
 * must not depend on how little.
 */
final class SharedEgress {

    /** So many exits are not shared by chance. */
    private static final int EXITS = 3;

    /** One operator's networks are shared by whoever is its customer. */
    private static final int OPERATORS = 2;

    /** So many others, and the organization itself, are a component. */
    private static final int MATES = 2;

    /** A burst is five and more organizations in three days. */
    private static final int BURST = 4;

    private final EvidenceWindow window;
    private final EvidenceModel model;

    SharedEgress(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    /**
     * The findings.
     *
     * @param own what the organization's own indirect signs weigh in decibans
     */
    List<Finding> findings(double own) {
        List<Finding> findings = new ArrayList<>();
        double left = own;
        for (Finding finding : byThemselves()) {
            double held = Decibans.rounded(Math.min(finding.weightDecibans(), Math.max(0, left)));
            left -= held;
            findings.add(new Finding(
                    finding.code(),
                    finding.family(),
                    held,
                    finding.firstSeen(),
                    finding.lastSeen(),
                    finding.sentence()));
        }
        return findings;
    }

    private List<Finding> byThemselves() {
        List<Finding> findings = new ArrayList<>();
        Map<LocalDate, Companions> days = window.companions().headMap(window.lastDay(), false);
        TreeMap<LocalDate, Integer> mates = new TreeMap<>();
        Map<Region, NavigableSet<LocalDate>> seen = new TreeMap<>();
        days.forEach((day, companions) -> {
            int many = mates(companions);
            if (many >= MATES) {
                mates.put(day, many);
            }
            addSeen(seen, day, companions);
        });
        if (!mates.isEmpty()) {
            addComponent(findings, mates);
        }
        seen.forEach((region, on) -> findings.add(EvidenceWindow.finding(
                "SHARED_WITH_" + region.code().replace('-', '_'),
                Family.SHARED_EGRESS,
                model.of(Weight.SHARED_WITH_DIRECT) * window.freshness(on.last()),
                List.copyOf(on),
                "On " + EvidenceWindow.days(on.size()) + ", requests came from networks that hardly anybody used but"
                        + " this organization and others, of whom some came straight out of " + region
                        + " in the week before.")));
        return findings;
    }

    private void addComponent(List<Finding> findings, NavigableMap<LocalDate, Integer> mates) {
        List<LocalDate> on = List.copyOf(mates.keySet());
        int most = mates.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        double last = window.freshness(mates.lastKey());
        findings.add(EvidenceWindow.finding(
                "SHARED_EXITS",
                Family.SHARED_EGRESS,
                Math.min(
                        model.of(Weight.SHARED_EXITS_AT_MOST),
                        model.of(Weight.SHARED_EXITS) * last
                                + model.of(Weight.SHARED_EXITS_PER_DAY) * (window.freshness(on) - last)),
                on,
                "On " + EvidenceWindow.days(on.size()) + ", requests came from networks of several operators that "
                        + "hardly anybody uses but this organization and up to " + most
                        + " others that are as new, each on three of them and more."));
        if (most >= BURST) {
            findings.add(EvidenceWindow.finding(
                    "CREATION_BURST",
                    Family.SHARED_EGRESS,
                    model.of(Weight.CREATION_BURST) * last,
                    on,
                    most + " of these others became customers within " + ExitAccount.BURST_DAYS
                            + " days of this organization."));
        }
    }

    private static int mates(Companions companions) {
        if (companions.operators().distinct() < OPERATORS) {
            return 0;
        }
        return (int) companions.kept().values().stream()
                .filter(shared -> shared.mates() >= EXITS)
                .count();
    }

    private void addSeen(Map<Region, NavigableSet<LocalDate>> seen, LocalDate day, Companions companions) {
        long exits = window.on(day).networks().distinct();
        for (Companions.Shared shared : companions.kept().values()) {
            if (shared.exits() >= exits || shared.mates() >= EXITS) {
                shared.regions().stream()
                        .map(Region::new)
                        .filter(window::unsupported)
                        .forEach(region -> seen.computeIfAbsent(region, any -> new TreeSet<>())
                                .add(day));
            }
        }
    }
}
