/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import io.whence.domain.access.Products;
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
 * @param product what the requests are for; {@link Products#ALL} unless some policy applies to some products only
 */
public record Provenance(Region region, NetworkType networkType, Agreement agreement, String product)
        implements Comparable<Provenance> {

    private static final Comparator<Provenance> ORDER = Comparator.comparing(Provenance::region)
            .thenComparing(Provenance::networkType)
            .thenComparing(Provenance::agreement)
            .thenComparing(Provenance::product);

    /** A provenance of all products together. */
    public Provenance(Region region, NetworkType networkType, Agreement agreement) {
        this(region, networkType, agreement, Products.ALL);
    }

    /**
     * The provenance of one origin.
     *
     * @param trackedCountries countries whose subdivisions are counted apart
     * @param product what the request is for
     */
    public static Provenance of(Origin origin, Set<Region> trackedCountries, String product) {
        Region country = origin.region().country();
        Region counted = trackedCountries.contains(country) ? origin.region() : country;
        return new Provenance(counted, origin.networkType(), origin.agreement(), product);
    }

    @Override
    public int compareTo(Provenance other) {
        return ORDER.compare(this, other);
    }
}
