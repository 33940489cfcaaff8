/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Families;
import io.whence.domain.cases.GroupTraffic;
import io.whence.domain.cases.Organization;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An organization and all that belong to it, added up.
 *
 * @param organization the organization at the top
 * @param members the organization itself and those below it, nearest first
 * @param leftOff how many more there are below it, that are not added up
 * @param regions what came from where, of all members
 * @param together the same judged as if it were of one organization, policy by policy
 * @param problems what is wrong with the parents that profiles name
 */
public record OrganizationFamily(
        Organization organization,
        List<FamilyMember> members,
        int leftOff,
        List<RegionSum> regions,
        List<GroupTraffic> together,
        List<Families.Problem> problems) {

    public OrganizationFamily {
        members = List.copyOf(members);
        regions = List.copyOf(regions);
        together = List.copyOf(together);
        problems = List.copyOf(problems);
    }

    /** All requests of the members, refused ones included. */
    public long requests() {
        return members.stream().mapToLong(FamilyMember::requests).sum();
    }

    /** Warnings that stand against members. */
    public int openWarnings() {
        return members.stream().mapToInt(FamilyMember::openWarnings).sum();
    }

    /** How many cases of members are in each state. */
    public SortedMap<String, Integer> casesByState() {
        SortedMap<String, Integer> byState = new TreeMap<>();
        members.stream()
                .flatMap(member -> member.cases().stream())
                .forEach(known -> byState.merge(known.state().name(), 1, Integer::sum));
        return byState;
    }
}
