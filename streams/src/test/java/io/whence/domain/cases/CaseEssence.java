/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a world decides its future, with times as seen from its day: two worlds of the same essence are the same but
 * for the calendar. Before the policy's last date the calendar matters too.
 */
final class CaseEssence {

    /** Longer ago than this, traffic is in no window and no deadline is open. */
    private static final int MEMORY_DAYS = 60;

    private final StringBuilder text = new StringBuilder();
    private final LocalDate day;
    private final Instant now;

    CaseEssence(CaseWorld world) {
        day = world.day();
        now = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant lastDate = world.policy().versions().get(0).effectiveAt();
        text.append(now.isAfter(lastDate) ? "late" : day.toString())
                .append(world.stale())
                .append(world.suspended());
        world.trafficDays().stream()
                .filter(seen -> seen.isAfter(day.minusDays(MEMORY_DAYS)))
                .forEach(seen -> text.append(' ').append(day.toEpochDay() - seen.toEpochDay()));
        ComplianceCase compliance = world.compliance();
        with(compliance.state());
        text.append(new TreeSet<>(compliance.told())).append(compliance.orders().size());
        with(compliance.rulings());
    }

    private CaseEssence with(CaseState state) {
        text.append('|').append(state.name());
        if (state instanceof Appealed appealed) {
            at(appealed.since());
            with(appealed.before());
        } else if (state instanceof Probation probation) {
            at(probation.until());
        } else if (state instanceof Lifted lifted) {
            at(lifted.at());
        } else if (state instanceof Exempt exempt) {
            at(exempt.until());
            text.append(exempt.lapseNoted());
        }
        state.warnings().forEach(this::with);
        state.approvals().forEach(approval -> {
            text.append(approval.actor());
            at(approval.at());
        });
        return this;
    }

    private void with(Warning warning) {
        text.append(warning.region())
                .append(warning.masked())
                .append(warning.enforced())
                .append(warning.withheldBy());
        at(warning.since());
        at(warning.enforceableFrom());
        at(warning.remindAt());
        at(warning.lastSeen());
        at(warning.cleanAt());
        text.append(warning.before());
    }

    private void with(Rulings rulings) {
        at(rulings.frozenUntil());
        days(rulings.settledThrough());
        new TreeMap<>(rulings.settled()).values().forEach(this::days);
        rulings.exemptions().stream()
                .filter(one -> one.until() == null || one.until().isAfter(now.minus(Duration.ofDays(MEMORY_DAYS))))
                .forEach(one -> {
                    text.append(one.regions());
                    at(one.from());
                    at(one.until());
                });
    }

    CaseEssence with(CaseMonitor monitor) {
        text.append("||").append(monitor.appealed()).append(new TreeSet<>(monitor.refused()));
        new TreeMap<>(monitor.warnedAt()).forEach((region, since) -> {
            text.append(region);
            at(since);
        });
        new TreeMap<>(monitor.approvedBy()).forEach((actor, since) -> {
            text.append(actor);
            at(since);
        });
        at(monitor.exemptUntil());
        at(monitor.frozenUntil());
        return this;
    }

    private void at(@Nullable Instant instant) {
        long hours = instant == null
                ? Long.MAX_VALUE
                : Duration.between(now, instant).toHours();
        text.append(' ').append(Math.max(hours, -24L * MEMORY_DAYS));
    }

    private void days(@Nullable LocalDate through) {
        long ago = through == null ? Long.MAX_VALUE : day.toEpochDay() - through.toEpochDay();
        text.append(' ').append(Math.min(ago, MEMORY_DAYS));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
