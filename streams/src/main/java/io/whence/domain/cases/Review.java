/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a state decides on.
 *
 * @param policy the policy with its history
 * @param assessment what the traffic comes to as of the days closed by then
 * @param causes the causes that may be told now and have not been
 * @param mode whether anybody is to be told
 * @param databaseTooOld whether the database that the assessment rests on is too old to enforce anything
 * @param locatedBy which geolocation that is
 * @param names gives notices their ids
 * @param suspensions which signals may not support enforcement
 */
record Review(
        RegionPolicy policy,
        Assessment assessment,
        List<Cause> causes,
        PolicyMode mode,
        boolean databaseTooOld,
        String locatedBy,
        NoticeNames names,
        Suspensions suspensions) {

    /** One day of direct requests is an accident. */
    private static final int DAYS = 2;

    Review {
        causes = List.copyOf(causes);
    }

    Instant at() {
        return assessment.at();
    }

    /**
     * The causes to warn of that no warning stands for; one that nobody was told of does not stand for a live one.
     * Nobody is warned of what is known to be supported by the time that it could be enforced.
     */
    List<Cause> toWarn(Collection<Warning> standing) {
        return causes.stream()
                .filter(cause -> cause.kind() == NoticeKind.WARNING)
                .filter(cause -> standing.stream().noneMatch(warning -> standsFor(warning, cause)))
                .filter(cause -> !supportedWhenDue(warn(cause)))
                .toList();
    }

    private boolean standsFor(Warning warning, Cause cause) {
        return warning.region().equals(cause.region())
                && (warning.mode() == PolicyMode.LIVE || mode == PolicyMode.SHADOW);
    }

    List<Cause> toAdvise(Collection<Warning> standing) {
        return causes.stream()
                .filter(cause -> cause.kind() == NoticeKind.ADVISORY)
                .filter(cause ->
                        standing.stream().noneMatch(warning -> warning.region().equals(cause.region())))
                .toList();
    }

    Warning warn(Cause cause) {
        return Warning.of(cause, assessment, mode, locatedBy);
    }

    /** Why a warning is over; null while it is not. */
    @Nullable LiftCause liftCause(Warning warning) {
        if (supportedWhenDue(warning)) {
            return LiftCause.POLICY_CHANGED;
        }
        RegionTraffic traffic = assessment.unsupported(warning.region()).orElse(null);
        if (traffic != null && traffic.direct() == 0) {
            return traffic.explanation();
        }
        if (warning.masked()) {
            return null;
        }
        if (warning.aftermath(assessment) == Aftermath.MOVED && quietForAWeek(warning)) {
            return LiftCause.MOVED;
        }
        return at().isBefore(warning.cleanAt()) ? null : LiftCause.CLEAN;
    }

    private boolean quietForAWeek(Warning warning) {
        return !assessment
                .windowEnd()
                .isBefore(Warning.midnightAtOrAfter(warning.lastSeen()).plus(java.time.Duration.ofDays(Pace.DAYS)));
    }

    /** Whether the rule that is known to hold when the warning falls due supports the region. */
    private boolean supportedWhenDue(Warning warning) {
        Instant due = warning.enforceableFrom().isAfter(at()) ? warning.enforceableFrom() : at();
        PolicyVersion rule = null;
        for (PolicyVersion version : policy.versions()) {
            boolean known = !version.announcedAt().isAfter(at());
            if (known && (rule == null || !version.effectiveAt().isAfter(due))) {
                rule = version;
            }
        }
        return rule != null && rule.standingOf(warning.region()) == Standing.SUPPORTED;
    }

    /** Whether the traffic of a warning has just been found to go on behind networks that hide where it starts. */
    boolean newlyMasked(Warning warning) {
        return !warning.masked() && warning.aftermath(assessment) == Aftermath.MASKED;
    }

    /** The warning with the signal that may not support its enforcement now, if any. */
    Warning weighed(Warning warning) {
        return warning.withheldBy(
                suspensions.against(warning.cause(), assessment).orElse(null));
    }

    boolean toRemind(Warning warning) {
        return warning.remindAt() != null && !warning.enforced() && !at().isBefore(warning.remindAt());
    }

    /**
     * Whether a warning may be enforced now: its grace and the effective date are over, the rule in force refuses the
     * region, the database is not too old, nothing explains the traffic without anybody to blame, direct requests of
     * two days and more still carry it, no signal it rests on is suspended, enough officers approved, and the traffic
     * is still there. Masked traffic is indirect evidence, which never enforces without an officer.
     */
    boolean mayEnforce(Warning warning, Collection<Approval> approvals) {
        boolean barred = warning.enforced()
                || warning.withheldBy() != null
                || warning.cause().indirect()
                || assessment.explained(warning.region())
                || !(warning.masked() || carried(warning))
                || databaseTooOld;
        if (barred || at().isBefore(warning.enforceableFrom())) {
            return false;
        }
        boolean stillThere = !warning.lastSeen().plus(Warning.STILL_THERE).isBefore(at());
        return refusedNow(warning)
                && (stillThere || warning.masked())
                && approved(warning, approvals) >= approvalsNeeded(warning);
    }

    /** Whether direct requests still speak for what was warned of: what came since may have explained them. */
    private boolean carried(Warning warning) {
        return assessment.verdict().carriesAnOrder()
                && assessment
                        .unsupported(warning.region())
                        .filter(traffic -> traffic.directDays() >= DAYS)
                        .isPresent();
    }

    private boolean refusedNow(Warning warning) {
        PolicyVersion inForce = policy.versionInForce(at());
        return !inForce.effectiveAt().isAfter(at()) && inForce.standingOf(warning.region()) == Standing.UNSUPPORTED;
    }

    /** How many distinct officers approved. */
    long approved(Warning warning, Collection<Approval> approvals) {
        return approvals.stream()
                .filter(approval -> approval.countsFor(warning, at()))
                .map(Approval::actor)
                .distinct()
                .count();
    }

    private int approvalsNeeded(Warning warning) {
        int asked = policy.versionInForce(at()).enforcement().approvals();
        return warning.masked() ? Math.max(1, asked) : asked;
    }
}
