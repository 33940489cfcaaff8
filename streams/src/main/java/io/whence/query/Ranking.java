/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        /** Whether some case is what is asked for; an organization without a case is clear. */
        boolean matches(OrganizationSearch search) {
            return cases.isEmpty()
                    ? search.matches(ComplianceCase.none(organizationId, ""))
                    : cases.stream().anyMatch(search::matches);
        }

        boolean warnedOf(Region region) {
            return cases.stream()
                    .flatMap(known -> known.state().warnings().stream())
                    .anyMatch(warning -> warning.region().equals(region));
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

    /** The latest UTC day on which anybody sent something; empty when nobody did. */
    Optional<LocalDate> latestDay() {
        return places.stream().map(Place::latest).max(Comparator.naturalOrder()).map(OrganizationClock::dayOf);
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

    SortedMap<String, Integer> warningsByExplanation() {
        SortedMap<String, Integer> explanations = new TreeMap<>();
        for (Place place : places) {
            place.cases().stream()
                    .flatMap(known -> known.state().warnings().stream())
                    .map(warning -> warning.cause().classification().name())
                    .forEach(explanation -> explanations.merge(explanation, 1, Integer::sum));
        }
        return explanations;
    }
}
