/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Families;
import io.whence.domain.cases.GroupTraffic;
import io.whence.query.FamilyMember;
import io.whence.query.OrganizationFamily;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization and all that belong to it, added up.
 *
 * @param organization the organization at the top
 * @param members the organization itself and those below it, nearest first
 * @param leftOff how many more there are below it, that are not added up
 * @param casesByState how many cases of members are in each state
 * @param openWarnings warnings that stand against members
 * @param requests all requests of the days that overviews sum up, refused ones included
 * @param regions unsupported first, then indeterminate, then supported, each with most requests first
 * @param together what is unsupported, judged as if it were of one organization; nobody is warned because of it
 * @param problems what is wrong with the parents that profiles name
 * @param caveat what the answer cannot know
 */
public record FamilyView(
        OrganizationView organization,
        List<Member> members,
        int leftOff,
        Map<String, Integer> casesByState,
        int openWarnings,
        long requests,
        List<RegionSumView> regions,
        List<Together> together,
        List<ProblemView> problems,
        String caveat) {

    private static final String CAVEAT =
            "Organizations of partitions that cannot be read now are left out; Whence-State names them.";

    /**
     * One of the organizations.
     *
     * @param organizationId the organization
     * @param name for people to read, or null
     * @param parent organization it belongs to, or null
     * @param states where it stands, by policy
     * @param openWarnings warnings that stand against it
     * @param requests its requests, refused ones included
     */
    public record Member(
            String organizationId,
            @Nullable String name,
            @Nullable String parent,
            List<StandingUnder> states,
            int openWarnings,
            long requests) {

        static Member of(FamilyMember member) {
            return new Member(
                    member.organization().organizationId(),
                    member.organization().name(),
                    member.organization().parentId(),
                    member.cases().stream()
                            .map(known -> new StandingUnder(
                                    known.policyId(), known.state().name()))
                            .toList(),
                    member.openWarnings(),
                    member.requests());
        }
    }

    /**
     * Where an organization stands under one policy.
     *
     * @param policyId the policy
     * @param state name of the state
     */
    public record StandingUnder(String policyId, String state) {}

    /**
     * Something wrong with the parent that a profile names.
     *
     * @param fault SELF_PARENT, CYCLE or TOO_DEEP
     * @param organizationId whose profile it is
     * @param parent the parent that it names
     */
    public record ProblemView(String fault, String organizationId, String parent) {

        static ProblemView of(Families.Problem problem) {
            return new ProblemView(problem.fault().name(), problem.organizationId(), problem.parentId());
        }
    }

    /**
     * What all of them sent directly out of one unsupported region.
     *
     * @param policyId the policy
     * @param policyVersion its version
     * @param region the region
     * @param requests admitted requests
     * @param days UTC days with such requests
     * @param share of all admitted requests, 0 to 1
     * @param thresholdsReached whether this much of one organization would be worth a notice
     */
    public record Together(
            String policyId,
            int policyVersion,
            String region,
            long requests,
            int days,
            double share,
            boolean thresholdsReached) {

        static Together of(GroupTraffic traffic) {
            return new Together(
                    traffic.policyId(),
                    traffic.policyVersion(),
                    traffic.region().code(),
                    traffic.requests(),
                    traffic.days(),
                    traffic.share(),
                    traffic.reached());
        }
    }

    public static FamilyView of(OrganizationFamily family) {
        return new FamilyView(
                OrganizationView.of(family.organization()),
                family.members().stream().map(Member::of).toList(),
                family.leftOff(),
                family.casesByState(),
                family.openWarnings(),
                family.requests(),
                family.regions().stream().map(RegionSumView::of).toList(),
                family.together().stream().map(Together::of).toList(),
                family.problems().stream().map(ProblemView::of).toList(),
                CAVEAT);
    }
}
