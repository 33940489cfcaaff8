/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often one kind of finding about one region was right, as far as appeals show. Those who appeal are not a sample
 * of all who were warned: it says when a signal is bad, not how good it is.
 *
 * @param signal code of the finding, without the region
 * @param region the region the warnings were about
 * @param warnings warnings that rest on it
 * @param appeals appeals in the cases of these warnings
 * @param wrong the appeals that were upheld because the organization does not operate from there
 * @param confirmed the appeals that were refused
 */
public record SignalPrecision(String signal, Region region, int warnings, int appeals, int wrong, int confirmed) {

    /**
     * Below this a signal is more often wrong than right among those who appealed. An assumption: nobody has published
     * what share of such notices must be right, and who is more often wrong than right should not refuse anybody.
     */
    public static final double DEFAULT_FLOOR = 0.5;

    /**
     * Fewer decided appeals than this say nothing, whatever the interval. An assumption: with four the interval would
     * already do, and four appeals can be one customer's subsidiaries.
     */
    public static final int FEWEST_DECIDED = 8;

    /** Of the normal distribution, for an interval of 95 %. */
    private static final double Z = 1.959964;

    private static final Comparator<SignalPrecision> ORDER = Comparator.comparing(SignalPrecision::signal)
            .thenComparing(precision -> precision.region().code());

    /** The signal and its region, such as {@code DIRECT_EGRESS/HK}. */
    public String name() {
        return signal + "/" + region;
    }

    /** Appeals decided about what the signal says; an exemption says nothing about that. */
    public int decided() {
        return wrong + confirmed;
    }

    /** Confirmed as a share of decided, 0 to 1; not a number while nothing is decided. */
    public double precision() {
        return decided() == 0 ? Double.NaN : (double) confirmed / decided();
    }

    /** Lower end of the 95 % interval (Wilson, J. Am. Stat. Assoc. 22 (1927), 209), 0 while nothing is decided. */
    public double lowerBound() {
        return decided() == 0 ? 0 : Math.max(0, middle() - half());
    }

    /** Upper end of the same interval, 1 while nothing is decided. */
    public double upperBound() {
        return decided() == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (confirmed + Z * Z / 2) / (decided() + Z * Z);
    }

    private double half() {
        double n = decided();
        return Z / (n + Z * Z) * Math.sqrt(confirmed * (n - confirmed) / n + Z * Z / 4);
    }

    /**
     * Whether the appeals leave no doubt, at 97.5 %, that it is right less often than this; they are at least
     * {@link #FEWEST_DECIDED}.
     */
    public boolean below(double floor) {
        return decided() >= FEWEST_DECIDED && upperBound() < floor;
    }

    /** What appeals came to, for each signal and region that a warning rests on. */
    public static List<SignalPrecision> of(Collection<Notice> notices, Collection<CaseEvent> events) {
        Map<String, Appeals> byCase = new HashMap<>();
        for (CaseEvent event : events) {
            byCase.merge(event.caseId(), Appeals.in(event), Appeals::plus);
        }
        Map<String, SignalPrecision> all = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        for (Notice notice : notices) {
            if (notice.kind() != NoticeKind.WARNING) {
                continue;
            }
            for (SignalPrecision one : of(notice)) {
                String key = one.signal + ' ' + one.region.code();
                boolean first = counted.add(key + ' ' + notice.caseId());
                Appeals appeals = first ? byCase.getOrDefault(notice.caseId(), Appeals.NONE) : Appeals.NONE;
                all.merge(key, one.with(appeals), SignalPrecision::plus);
            }
        }
        return all.values().stream().sorted(ORDER).toList();
    }

    private static Set<SignalPrecision> of(Notice notice) {
        List<Region> regions = notice.regions().stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .map(RegionTraffic::region)
                .toList();
        return notice.reasons().stream()
                .filter(finding -> finding.weightDecibans() > 0)
                .flatMap(finding -> signals(finding.code(), regions).stream())
                .collect(Collectors.toSet());
    }

    /** A code that ends in a region is about that one alone. */
    private static List<SignalPrecision> signals(String code, List<Region> regions) {
        for (Region region : regions) {
            if (code.endsWith(end(region))) {
                return List.of(new SignalPrecision(signalOf(code, region), region, 1, 0, 0, 0));
            }
        }
        return regions.stream()
                .map(region -> new SignalPrecision(code, region, 1, 0, 0, 0))
                .toList();
    }

    private static String end(Region region) {
        return '_' + region.code().replace('-', '_');
    }

    /** Whether a finding speaks about a region: by its code, or because its code names none of those there are. */
    static boolean about(String code, Region region, Collection<Region> regions) {
        return code.endsWith(end(region)) || regions.stream().noneMatch(other -> code.endsWith(end(other)));
    }

    /** Code of a finding without the region that it is about. */
    static String signalOf(String code, Region region) {
        String end = end(region);
        return code.endsWith(end) ? code.substring(0, code.length() - end.length()) : code;
    }

    private SignalPrecision with(Appeals more) {
        return new SignalPrecision(
                signal, region, warnings, appeals + more.made, wrong + more.wrong, confirmed + more.confirmed);
    }

    private SignalPrecision plus(SignalPrecision other) {
        return new SignalPrecision(
                signal,
                region,
                warnings + other.warnings,
                appeals + other.appeals,
                wrong + other.wrong,
                confirmed + other.confirmed);
    }

    /** Appeals in one case. */
    private record Appeals(int made, int wrong, int confirmed) {

        static final Appeals NONE = new Appeals(0, 0, 0);
        private static final String UPHELD = "APPEAL_UPHELD_";

        static Appeals in(CaseEvent event) {
            Appeals appeals = NONE;
            for (String reason : event.reason().split("\\+", -1)) {
                appeals = appeals.plus(of(reason));
            }
            return appeals;
        }

        private static Appeals of(String reason) {
            boolean exempt = reason.equals(UPHELD + AppealOutcome.EXEMPT);
            return new Appeals(
                    reason.equals("APPEALED") ? 1 : 0,
                    reason.startsWith(UPHELD) && !exempt ? 1 : 0,
                    reason.equals("APPEAL_REFUSED") ? 1 : 0);
        }

        Appeals plus(Appeals other) {
            return new Appeals(made + other.made, wrong + other.wrong, confirmed + other.confirmed);
        }
    }
}
