/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.Region;
import io.whence.domain.origin.Spot;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads regions out of place records, whichever form their publisher gives them. */
final class Places {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");

    private Places() {}

    /** The country and, where named, the largest subdivision: {@code 43} below {@code UA} is UA-43. */
    static @Nullable Region region(Records.@Nullable Place place) {
        var country = country(place);
        if (country == null
                || place == null
                || place.subdivisions() == null
                || place.subdivisions().isEmpty()) {
            return country;
        }
        var subdivision = place.subdivisions().get(0).isoCode();
        return subdivision == null || !SUBDIVISION.matcher(subdivision).matches()
                ? country
                : new Region(country.code() + "-" + subdivision);
    }

    /** The country of a nested record, or of a flat one. */
    static @Nullable Region country(Records.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        var nested = place.country() == null ? null : place.country().isoCode();
        return country(nested == null ? place.countryCode() : nested);
    }

    /** The country a network is registered in, which says nothing about where it is. */
    static @Nullable Region registeredCountry(Records.@Nullable Place place) {
        return place == null || place.registeredCountry() == null
                ? null
                : country(place.registeredCountry().isoCode());
    }

    static @Nullable Integer accuracyRadius(Records.@Nullable Place place) {
        return place == null || place.location() == null
                ? null
                : place.location().accuracyRadius();
    }

    /** The middle of the circle; null where the database names none, or one that is not on the globe. */
    static @Nullable Spot spot(Records.@Nullable Place place) {
        var circle = place == null ? null : place.location();
        if (circle == null || circle.latitude() == null || circle.longitude() == null) {
            return null;
        }
        boolean onGlobe = Math.abs(circle.latitude()) <= 90 && Math.abs(circle.longitude()) <= 180;
        return onGlobe ? new Spot(circle.latitude(), circle.longitude()) : null;
    }

    private static @Nullable Region country(@Nullable String code) {
        var upper = code == null ? "" : code.toUpperCase(Locale.ROOT);
        return COUNTRY.matcher(upper).matches() && !"ZZ".equals(upper) ? new Region(upper) : null;
    }
}
