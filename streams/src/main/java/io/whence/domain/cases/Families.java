/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which organizations belong to which, as their profiles say. Profiles are written by others, one at a time: whatever
 * they come to, a family is found in the end and each organization is in it once.
 */
public final class Families {

    /**
     * How far below an organization its family reaches. An assumption: groups of companies have a handful of levels,
     * and what is deeper is more likely a mistake.
     */
    public static final int MAX_DEPTH = 8;

    private final Map<String, SortedSet<String>> children = new HashMap<>();

    /** What is wrong with a family. */
    public enum Fault {
        /** An organization names itself as its parent; it belongs to none. */
        SELF_PARENT,
        /** An organization belongs to one that belongs to it; the line is followed once. */
        CYCLE,
        /** An organization is further below than {@link #MAX_DEPTH}; it and what is below it are left out. */
        TOO_DEEP
    }

    /**
     * Something wrong in a family.
     *
     * @param fault what
     * @param organizationId whose profile names the parent
     * @param parentId the parent that it names
     */
    public record Problem(Fault fault, String organizationId, String parentId) {}

    /**
     * An organization with all that belong to it.
     *
     * @param organizationId the organization
     * @param members those below it, nearest first, then by id; without itself
     * @param problems what is wrong, in the same order
     */
    public record Family(String organizationId, List<String> members, List<Problem> problems) {
        public Family {
            members = List.copyOf(members);
            problems = List.copyOf(problems);
        }
    }

    /** The families of organizations, each with the parent that its profile names. */
    public Families(Map<String, String> parents) {
        parents.forEach((child, parent) ->
                children.computeIfAbsent(parent, none -> new TreeSet<>()).add(child));
    }

    /** The family of an organization. */
    public Family of(String organizationId) {
        List<String> members = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(organizationId));
        List<String> level = List.of(organizationId);
        for (int depth = 1; !level.isEmpty(); depth++) {
            List<String> below = new ArrayList<>();
            for (String parent : level) {
                for (String child : children.getOrDefault(parent, new TreeSet<>())) {
                    if (child.equals(parent)) {
                        problems.add(new Problem(Fault.SELF_PARENT, child, parent));
                    } else if (!seen.add(child)) {
                        problems.add(new Problem(Fault.CYCLE, child, parent));
                    } else if (depth > MAX_DEPTH) {
                        problems.add(new Problem(Fault.TOO_DEEP, child, parent));
                    } else {
                        below.add(child);
                    }
                }
            }
            below.sort(Comparator.naturalOrder());
            members.addAll(below);
            level = below;
        }
        return new Family(organizationId, members, problems);
    }
}
