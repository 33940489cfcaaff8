/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import java.util.Comparator;
import java.util.Set;

/**
 * What the origins counted together have in common: what a policy needs to judge them, and nothing more.
 *
 * @param region country, or subdivision where some policy tells subdivisions apart
 * @param networkType kind of network
 * @param agreement what a second database says about the country
 */
public record Provenance(Region region, NetworkType networkType, Agreement agreement)
        implements Comparable<Provenance> {

    private static final Comparator<Provenance> ORDER = Comparator.comparing(Provenance::region)
            .thenComparing(Provenance::networkType)
            .thenComparing(Provenance::agreement);

    /**
     * The provenance of one origin.
     *
     * @param trackedCountries countries whose subdivisions are counted apart
     */
    public static Provenance of(Origin origin, Set<Region> trackedCountries) {
        Region country = origin.region().country();
        Region counted = trackedCountries.contains(country) ? origin.region() : country;
        return new Provenance(counted, origin.networkType(), origin.agreement());
    }

    @Override
    public int compareTo(Provenance other) {
        return ORDER.compare(this, other);
    }
}
