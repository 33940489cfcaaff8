/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an organization.
 *
 * @param organizationId its id
 * @param archetype what kind it is, such as {@code SAAS_EDGE}
 * @param variant which way of being that, or null
 * @param violator whether it operates from an unsupported region
 * @param edge whether an edge platform runs it
 * @param framed whether somebody else used its key from an unsupported region
 * @param firstViolatingDay the first day it asked from there, or null
 * @param from the first day it was observed
 * @param until the last day, included
 * @param regions where its own people and machines truly were, ISO 3166-1 codes
 * @param facts what is true of its requests, by the names of the simulation
 */
public record Subject(
        String organizationId,
        String archetype,
        @Nullable String variant,
        boolean violator,
        boolean edge,
        boolean framed,
        @Nullable LocalDate firstViolatingDay,
        LocalDate from,
        LocalDate until,
        Set<String> regions,
        Set<String> facts) {

    public Subject {
        regions = Set.copyOf(regions);
        facts = Set.copyOf(facts);
    }

    /** How many days it was observed, 1 or more. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }
}
