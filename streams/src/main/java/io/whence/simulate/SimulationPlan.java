/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.time.LocalDate;
import java.util.Set;

/**
 * What to simulate.
 *
 * @param seed what all chance depends on
 * @param organizations how many organizations, 1 or more
 * @param from the first day
 * @param days how many days, 1 or more
 * @param evaders share of the organizations that evade, 0 to 1; more than there are, for scoring weighs them back
 * @param archetypes the kinds there are; empty for all
 * @param adaptive whether evaders know the published weights and caps
 * @param console whether log-ins to the console are logged
 * @param intensity factor on the number of requests
 */
public record SimulationPlan(
        long seed,
        int organizations,
        LocalDate from,
        int days,
        double evaders,
        Set<Archetype> archetypes,
        boolean adaptive,
        boolean console,
        double intensity) {

    public SimulationPlan {
        archetypes = Set.copyOf(archetypes);
        if (organizations < 1 || days < 1) {
            throw new IllegalArgumentException("at least one organization and one day are needed");
        }
        if (!(evaders >= 0 && evaders <= 1) || !(intensity > 0)) {
            throw new IllegalArgumentException("evaders must be 0 to 1 and intensity above 0");
        }
    }

    boolean has(Archetype archetype) {
        return archetypes.isEmpty() || archetypes.contains(archetype);
    }
}
