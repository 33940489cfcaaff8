/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * From where traffic is looked at: what is known beside it.
 *
 * @param organization whose traffic it is
 * @param exemptions all exemptions, of the profile and of officers
 * @param rulings what was settled already
 * @param onProbation whether traffic that comes back need not go on for days
 * @param placeNow where a masked prefix is by the geolocation in use now; an open case is looked at again with it
 */
public record Standpoint(
        Organization organization,
        List<Exemption> exemptions,
        Rulings rulings,
        boolean onProbation,
        Function<String, Region> placeNow) {

    public Standpoint {
        exemptions = List.copyOf(exemptions);
    }

    /** That of an organization with no history. */
    public static Standpoint of(Organization organization) {
        return new Standpoint(organization, organization.exemptions(), Rulings.NONE, false, prefix -> Region.UNKNOWN);
    }

    boolean settled(Region region, LocalDate day) {
        return rulings.settled(region, day);
    }

    boolean exempt(String policyId, Region region, Instant at) {
        return exemptions.stream().anyMatch(one -> one.holds(policyId, at) && one.covers(region));
    }
}
