/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Explanation;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Level;
import io.whence.domain.evidence.Verdict;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import java.util.ArrayList;
import java.util.List;

/** Says what a notice is due for. */
final class Causes {

    /** Beside hidden requests, a second day of direct ones is no accident and no journey. */
    private static final int LEAKS = 2;

    /** Advice about a platform accuses nobody: it is given from this part of the requests on that a warning takes. */
    private static final double ADVICE = 0.1;

    /**
     * Beside so many decibans of masked traffic, the hours of the day left out, one day of direct requests is a leak.
     */
    private static final double HIDING = 8;

    /** From so many decibans on, a family is told of as a part of the explanation. */
    private static final double TELLING = 5;

    private final PolicyVersion governing;
    private final boolean onProbation;
    private final Weighing.Weighed weighed;

    Causes(PolicyVersion governing, boolean onProbation, Weighing.Weighed weighed) {
        this.governing = governing;
        this.onProbation = onProbation;
        this.weighed = weighed;
    }

    /** The causes, in the order of the regions; a masked origin last, if anything the policy applies to was sent. */
    List<Cause> of(List<RegionTraffic> regions) {
        List<Cause> causes = new ArrayList<>();
        for (RegionTraffic traffic : regions) {
            if (traffic.standing() == Standing.UNSUPPORTED) {
                add(causes, traffic);
            }
        }
        boolean warned = causes.stream().anyMatch(cause -> cause.kind() == NoticeKind.WARNING);
        if (!warned && !regions.isEmpty() && verdict().masked()) {
            causes.add(cause(NoticeKind.WARNING, Region.UNKNOWN, masked()));
        }
        return causes;
    }

    private void add(List<Cause> causes, RegionTraffic traffic) {
        Thresholds thresholds = governing.thresholds();
        int days = onProbation ? 1 : thresholds.days();
        boolean explained = weighed.benign().containsKey(traffic.region());
        boolean near = Level.of(verdict().scoreDecibans()).compareTo(Level.NOTICE) >= 0;
        if (traffic.direct() >= thresholds.requests() && traffic.directDays() >= days) {
            causes.add(direct(traffic));
        } else if (near && !explained && lasting(traffic, days)) {
            causes.add(cause(NoticeKind.WARNING, traffic.region(), accused()));
        } else if (traffic.held() >= thresholds.requests() * ADVICE
                && traffic.days() >= days
                && traffic.providerPlaced() != null) {
            causes.add(cause(NoticeKind.ADVISORY, traffic.region(), traffic.providerPlaced()));
        }
    }

    private boolean lasting(RegionTraffic traffic, int days) {
        return traffic.direct() > 0
                && (traffic.directDays() >= days
                        || weighed.leaks().getOrDefault(traffic.region(), 0) >= LEAKS
                        || leaksAtOnce());
    }

    private boolean leaksAtOnce() {
        return verdict().hiding() >= HIDING && verdict().of(Family.DIRECT_EGRESS) >= HIDING;
    }

    private Cause direct(RegionTraffic traffic) {
        Classification benign = weighed.benign().get(traffic.region());
        if (benign != null) {
            return cause(NoticeKind.ADVISORY, traffic.region(), benign);
        }
        Thresholds thresholds = governing.thresholds();
        boolean weighty =
                traffic.share() >= thresholds.share() || traffic.direct() >= thresholds.requestsRegardlessOfShare();
        boolean likely = verdict().probability() >= thresholds.probability();
        return cause(
                weighty && likely ? NoticeKind.WARNING : NoticeKind.ADVISORY,
                traffic.region(),
                likely ? accused() : Classification.GEOLOCATION_DISPUTED);
    }

    /** How direct requests are explained. */
    private Classification accused() {
        if (verdict().best(false) == Explanation.FORGED_FORWARDING) {
            return Classification.FORGED_FORWARDING;
        }
        return verdict().of(Family.ANONYMIZER) >= TELLING ? Classification.MIXED : Classification.DIRECT;
    }

    private Classification masked() {
        Classification best = Weighing.classificationOf(verdict().best(false));
        return best == null || best == Classification.DIRECT ? Classification.MIXED : best;
    }

    private Verdict verdict() {
        return weighed.verdict();
    }

    private Cause cause(NoticeKind kind, Region region, Classification explanation) {
        return new Cause(kind, region, explanation, governing.version());
    }
}
