/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one policy version says about every region, compiled to a table.
 *
 * @param countries the standing of every country and territory of {@link Iso3166#countries()}; never indeterminate
 * @param exceptions the subdivisions whose standing differs from that of their country; never indeterminate
 */
public record RegionRules(Map<Region, Standing> countries, Map<Region, Standing> exceptions) {

    public RegionRules {
        countries = Map.copyOf(countries);
        exceptions = Map.copyOf(exceptions);
        if (!countries.keySet().equals(Iso3166.countries().keySet())) {
            throw new IllegalArgumentException("countries: every code of ISO 3166-1 needs a standing, and no other");
        }
        if (countries.containsValue(Standing.INDETERMINATE) || exceptions.containsValue(Standing.INDETERMINATE)) {
            throw new IllegalArgumentException("countries, exceptions: a policy supports a region or does not");
        }
        requireDifferentFromCountry(countries, exceptions);
    }

    /**
     * The standing of a region. The unknown region, codes outside ISO 3166 and a country of which only a part is
     * excepted are {@link Standing#INDETERMINATE}; a subdivision without an exception is judged like its country.
     */
    public Standing standingOf(Region region) {
        if (!region.isSubdivision()) {
            return exceptedIn(region) ? Standing.INDETERMINATE : standingOfCountry(region);
        }
        var exception = exceptions.get(region);
        return exception != null ? exception : standingOfCountry(Territories.countryOf(region));
    }

    /** The countries and territories of that standing as a whole, in the order of their codes. */
    public List<Region> countriesOf(Standing standing) {
        return Iso3166.countries().keySet().stream()
                .filter(country -> standingOf(country) == standing)
                .toList();
    }

    /** The countries in which it matters where exactly somebody is. */
    public Set<Region> trackedCountries() {
        return exceptions.keySet().stream().map(Region::country).collect(Collectors.toUnmodifiableSet());
    }

    private boolean exceptedIn(Region country) {
        for (var subdivision : exceptions.keySet()) {
            if (subdivision.code().startsWith(country.code())) {
                return true;
            }
        }
        return false;
    }

    private Standing standingOfCountry(Region country) {
        return countries.getOrDefault(country, Standing.INDETERMINATE);
    }

    private static void requireDifferentFromCountry(Map<Region, Standing> countries, Map<Region, Standing> exceptions) {
        exceptions.forEach((region, standing) -> {
            if (!region.isSubdivision() || countries.get(region.country()) == standing) {
                throw new IllegalArgumentException("exceptions: " + region + " is no exception from its country");
            }
        });
    }
}
