/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Agreement;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Provenance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * A tally and what the policies in force on its day say of it.
 *
 * @param organizationId whose traffic it is
 * @param tally the tally
 * @param standings one for each policy that applies to the product, in the order of policy ids
 */
public record JudgedTally(String organizationId, DayTally tally, List<PolicyStanding> standings) {

    /** All standings, the worst first. */
    public static final List<Standing> WORST_FIRST =
            List.of(Standing.UNSUPPORTED, Standing.INDETERMINATE, Standing.SUPPORTED);

    /**
     * What one policy says.
     *
     * @param policyId the policy
     * @param policyVersion the version in force on the day
     * @param standing what it says
     */
    public record PolicyStanding(String policyId, int policyVersion, Standing standing) {}

    public JudgedTally {
        standings = List.copyOf(standings);
    }

    /** The worst that any policy says of it; supported when none applies. */
    public Standing worst() {
        return standings.stream()
                .map(PolicyStanding::standing)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(Standing.SUPPORTED);
    }

    /** Judges a tally under all policies that apply to its product. */
    public static JudgedTally judge(String organizationId, DayTally tally, Policies policies) {
        List<PolicyStanding> standings = policies.policies().stream()
                .filter(policy -> applies(policy, tally))
                .map(policy -> {
                    PolicyVersion version = versionInForce(policy, tally);
                    return new PolicyStanding(policy.id(), version.version(), standingUnder(version, tally));
                })
                .toList();
        return new JudgedTally(organizationId, tally, standings);
    }

    /** Whether the version in force on its day applies to the product of a tally. */
    static boolean applies(RegionPolicy policy, DayTally tally) {
        return versionInForce(policy, tally).appliesTo(tally.provenance().product());
    }

    /** What a policy says of a tally, by the version in force on its day. */
    static Standing standingUnder(RegionPolicy policy, DayTally tally) {
        return standingUnder(versionInForce(policy, tally), tally);
    }

    /**
     * Whether somebody may be at home in the place that is named first, whatever another source names: it is supported,
     * or in a country of which only a part is not, and nobody knows the part.
     */
    static boolean inPossibleHome(RegionPolicy policy, DayTally tally) {
        Provenance provenance = tally.provenance();
        return !provenance.networkType().anonymizes()
                && !provenance.region().isUnknown()
                && versionInForce(policy, tally).standingOf(provenance.region()) != Standing.UNSUPPORTED;
    }

    /** A place that is masked or disputed is not a place to judge by. */
    private static Standing standingUnder(PolicyVersion version, DayTally tally) {
        Provenance provenance = tally.provenance();
        if (provenance.networkType().anonymizes() || provenance.agreement() == Agreement.DISPUTED) {
            return Standing.INDETERMINATE;
        }
        return version.standingOf(provenance.region());
    }

    private static PolicyVersion versionInForce(RegionPolicy policy, DayTally tally) {
        Instant day = tally.day().atStartOfDay().toInstant(ZoneOffset.UTC);
        return policy.versionInForce(day);
    }
}
