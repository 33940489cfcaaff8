/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Enforcement;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One region an organization has been warned of. All its deadlines are at 00:00 UTC, like those of policies.
 *
 * @param cause what it was warned of
 * @param mode whether anybody was told
 * @param since event time of the warning
 * @param enforceableFrom when enforcement may start at the earliest: after the full grace, not before the policy
 * @param remindAt when to remind; null when it was done or there is no time for it
 * @param lastSeen event time of the last traffic from the region
 * @param cleanAt when the region has been clean for long enough
 * @param keys the API keys that were used from the region
 * @param before how fast the traffic ran when it was warned of
 * @param locatedBy which geolocation the warning rests on, as {@link io.whence.domain.origin.Geolocation#fingerprint}
 * @param masked whether other traffic was seen to take its place from networks that hide where it starts
 * @param enforcedBy id of the notice of enforcement; null while nothing is enforced
 * @param withheldBy signal and region, such as {@code DIRECT_EGRESS/HK}, whose suspension stands in the way of
 *     enforcement; null when none does
 */
public record Warning(
        Cause cause,
        PolicyMode mode,
        Instant since,
        Instant enforceableFrom,
        @Nullable Instant remindAt,
        Instant lastSeen,
        Instant cleanAt,
        Set<String> keys,
        Pace before,
        String locatedBy,
        boolean masked,
        @Nullable String enforcedBy,
        @Nullable String withheldBy)
        implements Comparable<Warning> {

    /**
     * An order is given only against traffic that is still there: seen within the three days before. That is the
     * longest a working week pauses, Friday to Monday.
     */
    static final Duration STILL_THERE = Duration.ofDays(3);

    public Warning {
        keys = Set.copyOf(keys);
    }

    /** The warning of a cause that an assessment found. */
    static Warning of(Cause cause, Assessment assessment, PolicyMode mode, String locatedBy) {
        if (cause.indirect()) {
            return indirect(cause, assessment, mode, locatedBy);
        }
        PolicyVersion policy = assessment.policy();
        RegionTraffic traffic = assessment.unsupported(cause.region()).orElseThrow();
        Instant enforceableFrom = enforceableFrom(policy, assessment.at());
        Instant remindAt = enforceableFrom.minus(policy.enforcement().reminder());
        boolean worthReminding = remindAt.isAfter(assessment.at()) && remindAt.isBefore(enforceableFrom);
        return new Warning(
                cause,
                mode,
                assessment.at(),
                enforceableFrom,
                worthReminding ? remindAt : null,
                traffic.lastSeen(),
                cleanAt(traffic.lastSeen(), policy.enforcement()),
                Set.copyOf(traffic.keys().stream().map(KeyUse::apiKeyId).toList()),
                assessment.pace(cause.region()),
                locatedBy,
                false,
                null,
                null);
    }

    /** Asking about a masked origin: there is no region to refuse, so nothing is reminded of and nothing falls due. */
    private static Warning indirect(Cause cause, Assessment assessment, PolicyMode mode, String locatedBy) {
        Instant lastSeen = assessment.windowEnd().minusMillis(1);
        return new Warning(
                cause,
                mode,
                assessment.at(),
                enforceableFrom(assessment.policy(), assessment.at()),
                null,
                lastSeen,
                cleanAt(lastSeen, assessment.policy().enforcement()),
                Set.of(),
                assessment.pace(cause.region()),
                locatedBy,
                false,
                null,
                null);
    }

    /** When a warning of that time may be enforced: never before its full grace, nor before the policy. */
    static Instant enforceableFrom(PolicyVersion policy, Instant warnedAt) {
        Instant afterGrace = midnightAtOrAfter(warnedAt.plus(policy.grace()));
        return afterGrace.isAfter(policy.effectiveAt()) ? afterGrace : policy.effectiveAt();
    }

    private static Instant cleanAt(Instant lastSeen, Enforcement rules) {
        return midnightAtOrAfter(lastSeen.plusMillis(1).plus(rules.cleanPeriod()));
    }

    static Instant midnightAtOrAfter(Instant instant) {
        Instant midnight = instant.truncatedTo(ChronoUnit.DAYS);
        return midnight.equals(instant) ? midnight : midnight.plus(1, ChronoUnit.DAYS);
    }

    /** The region. */
    public Region region() {
        return cause.region();
    }

    /** Whether gateways refuse because of it. */
    public boolean enforced() {
        return enforcedBy != null;
    }

    /** The moments at which something may happen by itself. */
    Stream<Instant> deadlines() {
        Stream<Instant> lift = Stream.of(cleanAt);
        if (enforced()) {
            return lift;
        }
        Stream<Instant> enforcement = Stream.of(enforceableFrom);
        return Stream.of(lift, enforcement, Stream.ofNullable(remindAt)).flatMap(Function.identity());
    }

    /** The warning after traffic was seen, or was tried while it is refused. */
    Warning seen(Assessment assessment) {
        if (cause.indirect()) {
            Instant seen = assessment.windowEnd().minusMillis(1);
            return assessment.stillMasked() && seen.isAfter(lastSeen)
                    ? with(null, seen, cleanAt(seen, assessment.policy().enforcement()))
                    : this;
        }
        Instant seen = assessment
                .unsupported(region())
                .filter(traffic -> traffic.direct() > 0)
                .map(RegionTraffic::lastSeen)
                .orElse(lastSeen);
        Instant tried = enforced() ? assessment.lastTried(region()) : seen;
        Instant latest = tried.isAfter(seen) ? tried : seen;
        return latest.isAfter(lastSeen)
                ? with(remindAt, latest, cleanAt(latest, assessment.policy().enforcement()))
                : this;
    }

    /** What became of the traffic, a week after the warning at the earliest; null before that. */
    @Nullable Aftermath aftermath(Assessment assessment) {
        Instant known = since.plus(Duration.ofDays(Pace.DAYS));
        return cause.indirect() || assessment.windowEnd().isBefore(known)
                ? null
                : before.aftermath(assessment.pace(region()));
    }

    Warning reminded() {
        return with(null, lastSeen, cleanAt);
    }

    /** The warning when its deadlines stood still for a while. */
    Warning delayedBy(Duration pause) {
        return new Warning(
                cause,
                mode,
                since,
                midnightAtOrAfter(enforceableFrom.plus(pause)),
                remindAt == null ? null : midnightAtOrAfter(remindAt.plus(pause)),
                lastSeen,
                midnightAtOrAfter(cleanAt.plus(pause)),
                keys,
                before,
                locatedBy,
                masked,
                enforcedBy,
                withheldBy);
    }

    Warning asMasked() {
        return as(true, enforcedBy, withheldBy, remindAt);
    }

    Warning enforcedBy(@Nullable String noticeId) {
        return as(masked, noticeId, withheldBy, null);
    }

    /**
     * The warning while the suspension of a signal stands in the way, or does not any more; nothing is refused then.
     */
    Warning withheldBy(@Nullable String signal) {
        return as(masked, signal == null ? enforcedBy : null, signal, remindAt);
    }

    private Warning as(
            boolean nowMasked, @Nullable String noticeId, @Nullable String signal, @Nullable Instant newRemindAt) {
        return new Warning(
                cause,
                mode,
                since,
                enforceableFrom,
                newRemindAt,
                lastSeen,
                cleanAt,
                keys,
                before,
                locatedBy,
                nowMasked,
                noticeId,
                signal);
    }

    private Warning with(@Nullable Instant newRemindAt, Instant newLastSeen, Instant newCleanAt) {
        return new Warning(
                cause,
                mode,
                since,
                enforceableFrom,
                newRemindAt,
                newLastSeen,
                newCleanAt,
                keys,
                before,
                locatedBy,
                masked,
                enforcedBy,
                withheldBy);
    }

    @Override
    public int compareTo(Warning other) {
        return region().compareTo(other.region());
    }
}
