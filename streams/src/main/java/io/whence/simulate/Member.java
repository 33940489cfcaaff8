/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization of the population.
 *
 * @param id its id, which tells nothing
 * @param archetype what it is
 * @param variant which way of being that, or null
 * @param cluster number of the group it shares addresses with, or -1
 * @param declared where it says it is
 * @param billing where it pays from
 * @param firstDay the first day of the run on which it asks
 * @param ageHours hours between its creation and that day
 * @param crews who asks
 * @param login the way its people log in to the console, or null when nobody does
 */
record Member(
        String id,
        Archetype archetype,
        @Nullable String variant,
        int cluster,
        Place declared,
        Place billing,
        int firstDay,
        int ageHours,
        List<Crew> crews,
        @Nullable Egress login) {

    static final int ALONE = -1;

    Member {
        crews = List.copyOf(crews);
    }
}
