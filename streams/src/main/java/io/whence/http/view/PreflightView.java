/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Origin;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How requests from an address would be judged.
 *
 * @param address the address that is judged: the one inside, of a tunnel whose routing proves it
 * @param place where it is, as the databases say
 * @param today how it stands today
 * @param onDay how it stands on the day that was asked for
 * @param demo whether the place comes from demo data
 */
public record PreflightView(String address, Place place, Day today, Day onDay, boolean demo) {

    /**
     * Where an address is.
     *
     * @param region finest region that is known; {@code ZZ} when none is
     * @param unlocated why none is known; null when one is
     * @param networkType kind of network
     * @param networkName the service it belongs to; null when it is none
     * @param agreement what a second database says
     */
    public record Place(
            String region,
            @Nullable String unlocated,
            String networkType,
            @Nullable String networkName,
            String agreement) {

        /** The view of an origin. */
        public static Place of(Origin origin) {
            return new Place(
                    origin.region().code(),
                    origin.region().isUnknown() ? origin.unlocated().name() : null,
                    origin.networkType().name(),
                    origin.networkName(),
                    origin.agreement().name());
        }
    }

    /**
     * How an address stands on a UTC day.
     *
     * @param day the day
     * @param standing the worst that any policy says; {@code SUPPORTED} when there is none
     * @param policies what each says
     */
    public record Day(LocalDate day, String standing, List<Judgement> policies) {

        public Day {
            policies = List.copyOf(policies);
        }

        /** The view of what policies say of a day. */
        public static Day of(JudgedTally judged, Policies known) {
            return new Day(
                    judged.tally().day(),
                    judged.worst().name(),
                    judged.standings().stream()
                            .map(standing -> Judgement.of(judged, standing, known))
                            .toList());
        }
    }

    /**
     * What one policy says.
     *
     * @param policyId the policy
     * @param policyVersion the version by which the day is judged
     * @param title what people call it
     * @param standing what it says
     * @param effectiveAt when the version takes effect; before, nothing is refused by it
     * @param reason why, in a sentence
     */
    public record Judgement(
            String policyId, int policyVersion, String title, String standing, Instant effectiveAt, String reason) {

        static Judgement of(JudgedTally judged, JudgedTally.PolicyStanding said, Policies known) {
            RegionPolicy policy = known.policy(said.policyId()).orElseThrow();
            PolicyVersion version =
                    policy.versionInForce(judged.tally().day().atStartOfDay().toInstant(ZoneOffset.UTC));
            return new Judgement(
                    said.policyId(),
                    said.policyVersion(),
                    version.title(),
                    said.standing().name(),
                    version.effectiveAt(),
                    reason(judged, said.standing(), version));
        }

        private static String reason(JudgedTally judged, Standing standing, PolicyVersion version) {
            var provenance = judged.tally().provenance();
            String region = provenance.region().code();
            if (standing == Standing.SUPPORTED) {
                return region + " is supported.";
            }
            if (standing == Standing.UNSUPPORTED) {
                boolean coming = version.effectiveAt()
                        .isAfter(judged.tally().day().atStartOfDay().toInstant(ZoneOffset.UTC));
                return region
                        + (coming ? " will not be supported when this version takes effect." : " is not supported.");
            }
            if (provenance.networkType().anonymizes()) {
                return "The network hides where its users are, so the place says nothing.";
            }
            if (provenance.agreement() == Agreement.DISPUTED) {
                return "Two databases name different countries, so the place says nothing.";
            }
            return provenance.region().isUnknown()
                    ? "No database knows where the address is."
                    : "The place in " + region + " is not known finely enough to tell.";
        }
    }
}
