/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the hours of the day weigh: whether the organization lives in the time zone of an unsupported region rather than
 * in its own. Neighbours in the same zone are not told apart, and a day that does not repeat says nothing.
 */
final class Hours {

    private static final int NEAR = 2;
    private static final int MIDDLE = 5;

    private final EvidenceWindow window;
    private final EvidenceModel model;
    private final DayShape shape;

    Hours(EvidenceWindow window, EvidenceModel model, DayShape shape) {
        this.window = window;
        this.model = model;
        this.shape = shape;
    }

    List<Finding> findings() {
        Region home = window.home();
        if (home == null || window.unsupported(home) || !shape.repeats(model.of(Weight.COHERENCE))) {
            return List.of();
        }
        List<ZoneId> homeZones = model.zonesOf(home);
        List<Region> suspects = suspects();
        if (homeZones.isEmpty() || suspects.isEmpty()) {
            return List.of();
        }
        double users = suspects.stream().mapToDouble(this::users).sum();
        double there = suspects.stream()
                        .mapToDouble(region -> users(region) * kernel(region))
                        .sum()
                / users;
        double here = homeZones.stream().mapToDouble(this::kernel).max().orElseThrow();
        double weight = Decibans.rounded(Decibans.ofRatio(there / here));
        return weight == 0 ? List.of() : List.of(finding(weight, home));
    }

    private Finding finding(double weight, Region home) {
        List<LocalDate> days = new ArrayList<>(window.days().keySet());
        String sentence = "The hours of " + EvidenceWindow.days(shape.days()) + " fit UTC" + signed(shape.offsetHours())
                + (weight > 0 ? ", nearer to " + names(nearest()) + " than to " + home + "." : off(home) + ".");
        return EvidenceWindow.finding("TIME_ZONE", Family.TIME, weight, days, sentence);
    }

    /** The suspects whose zones explain the hours best; where suspects weigh more than home, these do. */
    private List<Region> nearest() {
        double best = suspects().stream().mapToDouble(this::kernel).max().orElseThrow();
        return suspects().stream().filter(region -> kernel(region) == best).toList();
    }

    private double kernel(Region suspect) {
        return kernel(model.zonesOf(suspect).get(0));
    }

    private String off(Region home) {
        int hours = model.zonesOf(home).stream().mapToInt(this::distance).min().orElseThrow();
        return hours == 0 ? ", as in " + home : ", " + hours + (hours == 1 ? " hour" : " hours") + " off " + home;
    }

    /** Regions the policy does not support and whose zones we know, in the order of their codes. */
    List<Region> suspects() {
        return model.facts().zones().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(Region::new)
                .filter(region -> window.unsupported(region) && users(region) > 0)
                .sorted()
                .toList();
    }

    /** The regions among them in whose zone the organization may live. */
    List<Region> near() {
        return suspects().stream()
                .filter(region -> distance(model.zonesOf(region).get(0)) <= NEAR)
                .toList();
    }

    private double users(Region region) {
        return model.suspects().getOrDefault(region.code(), 0.0);
    }

    private double kernel(ZoneId zone) {
        int distance = distance(zone);
        if (distance <= NEAR) {
            return model.of(Weight.ZONE_NEAR);
        }
        return model.of(distance <= MIDDLE ? Weight.ZONE_MIDDLE : Weight.ZONE_FAR);
    }

    private int distance(ZoneId zone) {
        int ahead = Math.floorMod(shape.offsetHours() - offset(zone, window.lastDay()), 24);
        return Math.min(ahead, 24 - ahead);
    }

    /** Whole hours ahead of UTC on a day. */
    static int offset(ZoneId zone, LocalDate day) {
        int seconds = zone.getRules()
                .getOffset(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .getTotalSeconds();
        return Math.floorDiv(seconds, 3600);
    }

    private static String names(List<Region> regions) {
        return regions.isEmpty() ? "unsupported regions" : regions.toString().replaceAll("[\\[\\]]", "");
    }

    private static String signed(int hours) {
        return hours < 0 ? String.valueOf(hours) : "+" + hours;
    }
}
