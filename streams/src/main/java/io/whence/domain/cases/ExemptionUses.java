/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts every use of the exemptions of one organization under one policy, day by day. */
public final class ExemptionUses {

    private final RegionPolicy policy;
    private final List<Exemption> exemptions;
    private final Map<Exemption, Count> counts = new HashMap<>();

    private static final class Count {
        private long requests;
        private final Set<LocalDate> days = new HashSet<>();
        private Instant last = Instant.EPOCH;

        private void add(DayTally day) {
            requests += day.tally().admitted();
            days.add(day.day());
            last = day.tally().lastSeen().isAfter(last) ? day.tally().lastSeen() : last;
        }
    }

    /**
     * Prepares to count.
     *
     * @param policy the policy
     * @param exemptions all of the organization; those from other policies are left out
     */
    public ExemptionUses(RegionPolicy policy, Collection<Exemption> exemptions) {
        this.policy = policy;
        this.exemptions = exemptions.stream()
                .filter(one -> one.policyId() == null || one.policyId().equals(policy.id()))
                .toList();
    }

    /** Takes what was counted; by the last request of each tally it is told whether an exemption held. */
    public void add(List<DayTally> tallies) {
        for (DayTally day : tallies) {
            if (wouldCount(day)) {
                Instant at = day.tally().lastSeen();
                exemptions.stream()
                        .filter(one -> one.holds(policy.id(), at)
                                && one.covers(day.provenance().region()))
                        .findFirst()
                        .ifPresent(one ->
                                counts.computeIfAbsent(one, none -> new Count()).add(day));
            }
        }
    }

    private boolean wouldCount(DayTally day) {
        Provenance provenance = day.provenance();
        return day.tally().admitted() > 0
                && !provenance.networkType().placedByProvider()
                && JudgedTally.applies(policy, day)
                && JudgedTally.standingUnder(policy, day) == Standing.UNSUPPORTED;
    }

    /** Every exemption with its uses, as of an instant. */
    public List<ExemptionUse> at(Instant instant) {
        return exemptions.stream().map(one -> use(one, instant)).toList();
    }

    private ExemptionUse use(Exemption exemption, Instant at) {
        Count count = counts.get(exemption);
        ExemptionUse.State state = ExemptionUse.State.of(exemption, at);
        return count == null
                ? new ExemptionUse(policy.id(), exemption, state, 0, 0, null)
                : new ExemptionUse(policy.id(), exemption, state, count.requests, count.days.size(), count.last);
    }
}
