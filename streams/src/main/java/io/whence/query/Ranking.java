/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All organizations that have sent something, worst case first.
 *
 * @param places in their order
 */
record Ranking(List<Place> places) {

    /** Names of the states of a case, worst first; one that is not among them is taken to be worse than all. */
    private static final List<String> WORST_FIRST =
            List.of("ENFORCED", "NOTICED", "APPEALED", "PROBATION", "OBSERVED", "LIFTED", "EXEMPT", "CLEAR");

    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::severity)
            .thenComparing(Place::advised, Comparator.reverseOrder())
            .thenComparing(Place::latest, Comparator.reverseOrder())
            .thenComparing(Place::organizationId);

    /**
     * One of them.
     *
     * @param organizationId the organization
     * @param clock its clock
     * @param cases its cases
     */
    record Place(String organizationId, OrganizationClock clock, List<ComplianceCase> cases) {

        private String worstState() {
            return cases.stream()
                    .map(known -> known.state().name())
                    .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                    .orElse("CLEAR");
        }

        private int severity() {
            return cases.isEmpty() ? WORST_FIRST.size() : WORST_FIRST.indexOf(worstState());
        }

        private boolean advised() {
            return cases.stream().anyMatch(known -> !known.told().isEmpty());
        }

        private Instant latest() {
            return clock.latest();
        }

        /** Whether some case is in the state; an organization without a case is clear. */
        boolean matches(OrganizationSearch search) {
            return cases.isEmpty()
                    ? search.matchesState("CLEAR")
                    : cases.stream()
                            .anyMatch(known -> search.matchesState(known.state().name()));
        }
    }

    static Ranking read(StateView state) {
        Map<String, List<ComplianceCase>> cases = new HashMap<>();
        for (ComplianceCase known : state.cases()) {
            cases.computeIfAbsent(known.organizationId(), organization -> new ArrayList<>())
                    .add(known);
        }
        List<Place> places = new ArrayList<>();
        state.forEachOrganization((organizationId, clock) ->
                places.add(new Place(organizationId, clock, cases.getOrDefault(organizationId, List.of()))));
        places.sort(ORDER);
        return new Ranking(List.copyOf(places));
    }

    SortedMap<String, Integer> byState() {
        SortedMap<String, Integer> states = new TreeMap<>();
        places.forEach(place -> states.merge(place.worstState(), 1, Integer::sum));
        return states;
    }

    SortedMap<String, Integer> casesByState() {
        SortedMap<String, Integer> states = new TreeMap<>();
        for (Place place : places) {
            place.cases().forEach(known -> states.merge(known.state().name(), 1, Integer::sum));
        }
        return states;
    }
}
