/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import io.whence.domain.policy.Visits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Orders about visits: requests directly out of an unsupported region, too few for any notice. A version that refuses
 * them has said so to everybody when it was announced; that is their prior notice, and its full grace runs from there.
 * Since so little traffic proves nothing by its persistence, the place must be sure: two databases have to agree.
 */
final class VisitOrders {

    private static final String BEGUN = "VISIT_REFUSED";
    private static final String OVER = "VISIT_OVER";

    private VisitOrders() {}

    /** What gateways are to refuse of an organization that no notice is due to; it is refused nothing else. */
    static List<Order> of(CaseState state, CaseStep step) {
        Instant at = step.assessment().at();
        PolicyVersion version = step.policy().versionInForce(at);
        boolean noticeOver = !at.isBefore(graceEnd(version));
        boolean refuses = state instanceof Observed && version.enforcement().visits() == Visits.REFUSED && noticeOver;
        if (!refuses || step.databaseTooOld()) {
            return List.of();
        }
        return step.assessment().regions().stream()
                .filter(traffic -> isVisit(traffic, version, step))
                .map(traffic -> new Order(
                        Scope.LOCATION,
                        traffic.region().code(),
                        version.announcementId(),
                        step.writer().modeOf(version)))
                .sorted()
                .toList();
    }

    /** When the grace that everybody was given with the announcement is over. */
    private static Instant graceEnd(PolicyVersion version) {
        return Warning.enforceableFrom(version, version.announcedAt());
    }

    private static boolean isVisit(RegionTraffic traffic, PolicyVersion version, CaseStep step) {
        Assessment assessment = step.assessment();
        Instant tried = assessment.lastTried(traffic.region());
        return isVisit(traffic, version, assessment)
                && !tried.isBefore(graceEnd(version))
                && !tried.plus(Warning.STILL_THERE).isBefore(assessment.at())
                && !step.writer().suspensions().holds(Suspensions.DIRECT, traffic.region(), assessment.at());
    }

    private static boolean isVisit(RegionTraffic traffic, PolicyVersion version, Assessment assessment) {
        Thresholds operation = version.thresholds();
        boolean few = traffic.share() < operation.share() && traffic.direct() < operation.requestsRegardlessOfShare();
        boolean untold =
                assessment.causes().stream().noneMatch(cause -> cause.region().equals(traffic.region()));
        return traffic.standing() == Standing.UNSUPPORTED
                && version.standingOf(traffic.region()) == Standing.UNSUPPORTED
                && traffic.direct() > 0
                && traffic.agreement() == Agreement.CONFIRMED
                && few
                && untold;
    }

    /** Regions whose visits in the window a version refuses from some time on, were nobody to hold it back. */
    static Set<Region> refusedBy(PolicyVersion version, Assessment assessment, Instant from) {
        boolean refuses = version.enforcement().visits() == Visits.REFUSED
                && version.mode() == PolicyMode.LIVE
                && !graceEnd(version).isAfter(from);
        return assessment.regions().stream()
                .filter(traffic -> refuses && isVisit(traffic, version, assessment))
                .map(RegionTraffic::region)
                .collect(Collectors.toSet());
    }

    /** A move, with the visits that are refused from now on, and those that are not any more. */
    static Move noted(ComplianceCase before, Move move, CaseStep step) {
        Set<String> begun =
                of(move.next(), step).stream().map(Order::scopeId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> over = new TreeSet<>();
        if (before.state() instanceof Observed) {
            before.orders().forEach(known -> over.add(known.order().scopeId()));
        }
        Set<String> still = Set.copyOf(begun);
        begun.removeAll(over);
        over.removeAll(still);
        Move told = move;
        if (!over.isEmpty()) {
            told = told.after(OVER, "what comes directly out of " + String.join(", ", over) + " is served again");
        }
        if (!begun.isEmpty()) {
            told = told.after(
                    BEGUN,
                    "what comes directly out of " + String.join(", ", begun)
                            + " is refused there, as the policy announced; the organization is told nothing");
        }
        return told;
    }

    /** Whether something is refused from this event on. */
    static boolean begunBy(CaseEvent event) {
        return List.of(event.reason().split("\\+", -1)).contains(BEGUN);
    }
}
