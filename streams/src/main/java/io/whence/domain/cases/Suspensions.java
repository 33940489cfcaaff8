/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Decibans;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which signals may not support enforcement about which regions, at any time: appeals showed that they are wrong too
 * often, see {@link SignalPrecision}. What such a signal says is still told; nothing is refused because of it.
 */
public final class Suspensions {

    /** Every signal may support enforcement. */
    public static final Suspensions NONE = new Suspensions(Map.of());

    /** What a warning of direct traffic rests on. */
    static final String DIRECT = "DIRECT_EGRESS";

    /** Whether a signal is suspended, by the moment from which on it is so; by {@link SignalChange#name}. */
    private final Map<String, NavigableMap<Instant, Boolean>> changes;

    private Suspensions(Map<String, NavigableMap<Instant, Boolean>> changes) {
        this.changes = changes;
    }

    /** What controls come to; those of other kinds say nothing. Restored and suspended at once is restored. */
    public static Suspensions of(Collection<Control> controls) {
        Map<String, NavigableMap<Instant, Boolean>> changes = new HashMap<>();
        for (Control control : controls) {
            if (control.active() && control.kind().concernsSignal()) {
                SignalChange change = SignalChange.parse(control.subject());
                changes.computeIfAbsent(change.name(), none -> new TreeMap<>())
                        .merge(change.from(), control.kind() == ControlKind.SUSPEND_SIGNAL, Boolean::logicalAnd);
            }
        }
        return changes.isEmpty() ? NONE : new Suspensions(changes);
    }

    /** Whether a signal may not support enforcement about a region at an instant. */
    public boolean holds(String signal, Region region, Instant at) {
        NavigableMap<Instant, Boolean> known = changes.get(signal + "/" + region);
        return known != null && latest(known, at);
    }

    /** Every signal and region that may not at an instant, such as {@code DIRECT_EGRESS/HK}, in the order of names. */
    public List<String> at(Instant at) {
        return changes.entrySet().stream()
                .filter(known -> latest(known.getValue(), at))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean latest(NavigableMap<Instant, Boolean> changes, Instant at) {
        Map.Entry<Instant, Boolean> latest = changes.floorEntry(at);
        return latest != null && latest.getValue();
    }

    /**
     * The signal and region whose suspension leaves too little to enforce a warning on; empty when none does. A warning
     * of direct traffic stands and falls with that. Any other finding is missed when the probability that the policy
     * asks for is not reached without it.
     */
    Optional<String> against(Cause cause, Assessment assessment) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Region region = cause.region();
        if (cause.classification() == Classification.DIRECT && holds(DIRECT, region, assessment.at())) {
            return Optional.of(DIRECT + "/" + region);
        }
        List<Finding> suspended = suspended(region, assessment);
        double without = assessment.scoreDecibans()
                - suspended.stream().mapToDouble(Finding::weightDecibans).sum();
        boolean enough = Decibans.toProbability(without)
                >= assessment.policy().thresholds().probability();
        return suspended.isEmpty() || enough
                ? Optional.empty()
                : Optional.of(SignalPrecision.signalOf(suspended.get(0).code(), region) + "/" + region);
    }

    private List<Finding> suspended(Region region, Assessment assessment) {
        List<Region> regions =
                assessment.regions().stream().map(RegionTraffic::region).toList();
        return assessment.findings().stream()
                .filter(finding -> finding.weightDecibans() > 0)
                .filter(finding -> SignalPrecision.about(finding.code(), region, regions))
                .filter(finding -> holds(SignalPrecision.signalOf(finding.code(), region), region, assessment.at()))
                .toList();
    }
}
