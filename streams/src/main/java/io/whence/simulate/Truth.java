/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one organization.
 *
 * @param member the organization
 * @param violator whether it operates from an unsupported region
 * @param firstViolatingDay the first day its own people or machines asked from there, or null
 * @param requests its requests to the API that were not refused for good
 * @param from the first day of its traffic
 * @param until the last day of the run
 * @param regions requests and log-ins of its own by the region they truly came from, by day
 * @param facts what is true of its requests
 */
record Truth(
        Member member,
        boolean violator,
        @Nullable LocalDate firstViolatingDay,
        int requests,
        LocalDate from,
        LocalDate until,
        Map<LocalDate, Map<String, Integer>> regions,
        Set<Fact> facts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As a line of {@code truth.jsonl}. */
    String line() {
        ObjectNode line = JSON.createObjectNode();
        line.put("organization_id", member.id());
        line.put("archetype", member.archetype().name());
        line.put("variant", member.variant());
        line.put("violator", violator);
        line.put("base_region", member.crews().get(0).base().country());
        line.put("declared_region", member.declared().country());
        line.put("first_violating_day", firstViolatingDay == null ? null : firstViolatingDay.toString());
        line.put("framed", member.archetype() == Archetype.FRAMED_KEY);
        line.put("edge", member.archetype() == Archetype.SAAS_EDGE);
        line.put("cluster", member.cluster());
        line.put("observed_from", from.toString());
        line.put("observed_until", until.toString());
        line.put("requests", requests);
        var names = line.putArray("facts");
        facts.forEach(fact -> names.add(fact.name()));
        ObjectNode days = line.putObject("true_regions");
        new TreeMap<>(regions).forEach((day, counts) -> {
            ObjectNode of = days.putObject(day.toString());
            counts.forEach(of::put);
        });
        return line.toString();
    }
}
