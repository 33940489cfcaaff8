/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Counterfactual;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.policy.PolicyMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organization and the compliance team are told: which key, from where, when, how much, how sure, what now.
 *
 * @param noticeId the same for the same organization, case, kind, cause and policy version, whatever happened in
 *     between
 * @param organizationId the organization
 * @param organizationName its name; null where the notice rests, since names stand in the profile alone so that they
 *     can be erased, see {@link #named}
 * @param caseId the case
 * @param kind what the notice asks for
 * @param classification the winning explanation
 * @param mode whether anybody is to be told
 * @param issuedAt event time
 * @param policyId the policy
 * @param policyVersion its version
 * @param policyTitle its title for people
 * @param effectiveAt when enforcement starts for this organization; for an advisory, when the policy takes effect
 * @param windowStart start of the traffic it speaks of, inclusive
 * @param windowEnd end of the traffic it speaks of, exclusive
 * @param regions the traffic that is not plainly supported, worst first
 * @param probability probability that the organization operates from an unsupported region, 0 to 1
 * @param scoreDecibans the same as log-odds
 * @param modelVersion the version of the weights; null in notices from before there were versions
 * @param reasons what the score is made of, heaviest first
 * @param bestBenignExplanation the best explanation that nobody is to be blamed for
 * @param benignProbability its probability, 0 to 1
 * @param summary what this is about, in one sentence
 * @param remedy what would make it stop; never how to hide
 * @param geolocation the builds of the sources that located the traffic
 * @param coverage share of the requests of the window that could be located, 0 to 1
 * @param aftermath what became of the traffic since the organization was warned; null before a warning
 */
public record Notice(
        String noticeId,
        String organizationId,
        @Nullable String organizationName,
        String caseId,
        NoticeKind kind,
        Classification classification,
        PolicyMode mode,
        Instant issuedAt,
        String policyId,
        int policyVersion,
        String policyTitle,
        Instant effectiveAt,
        Instant windowStart,
        Instant windowEnd,
        List<RegionTraffic> regions,
        double probability,
        double scoreDecibans,
        @Nullable String modelVersion,
        List<Finding> reasons,
        Classification bestBenignExplanation,
        double benignProbability,
        String summary,
        String remedy,
        List<DatabaseBuild> geolocation,
        double coverage,
        @Nullable Aftermath aftermath) {

    public Notice {
        regions = List.copyOf(regions);
        reasons = List.copyOf(reasons);
        geolocation = List.copyOf(geolocation);
    }

    /** The notice for somebody who is to read it now. */
    public Notice named(@Nullable String name) {
        return new Notice(
                noticeId,
                organizationId,
                name,
                caseId,
                kind,
                classification,
                mode,
                issuedAt,
                policyId,
                policyVersion,
                policyTitle,
                effectiveAt,
                windowStart,
                windowEnd,
                regions,
                probability,
                scoreDecibans,
                modelVersion,
                reasons,
                bestBenignExplanation,
                benignProbability,
                summary,
                remedy,
                geolocation,
                coverage,
                aftermath);
    }

    /** What would change the score, that which would change most first. */
    public List<Counterfactual> whatWouldChange() {
        return Counterfactual.of(reasons);
    }
}
