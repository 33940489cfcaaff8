/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the region codes of a policy, and knows what people write in their place. */
final class RegionCodes {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** Codes in common use that ISO 3166-1 does not assign, or no longer: country top-level domains, old codes. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("UK", "GB"),
            Map.entry("EN", "GB"),
            Map.entry("EL", "GR"),
            Map.entry("SU", "RU"),
            Map.entry("BU", "MM"),
            Map.entry("DD", "DE"),
            Map.entry("FX", "FR"),
            Map.entry("TP", "TL"),
            Map.entry("YU", "RS"),
            Map.entry("CS", "RS"),
            Map.entry("ZR", "CD"),
            Map.entry("KV", "XK"),
            Map.entry("USA", "US"));

    private final Diagnostics diagnostics;

    private RegionCodes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The region of that code; empty, with the reason noted, when there is none. */
    static Optional<Region> read(String code, Diagnostics diagnostics) {
        return new RegionCodes(diagnostics).read(code);
    }

    private Optional<Region> read(String code) {
        if (code.equals(Region.UNKNOWN.code())) {
            return refuse(code, "'ZZ' stands for the unknown region, which is always indeterminate; remove it");
        }
        if (!FORM.matcher(code).matches()) {
            return refuseUnknown(code);
        }
        var region = new Region(code);
        if (!Iso3166.countries().containsKey(region.country())) {
            return refuseUnknown(code);
        }
        return region.isSubdivision() ? readSubdivision(region) : Optional.of(region);
    }

    private Optional<Region> readSubdivision(Region region) {
        var ownCode = Territories.countryOf(region);
        if (!ownCode.equals(region.country())) {
            return refuse(region.code(), "'" + region + "' has a code of its own; write '" + ownCode + "'");
        }
        var country = Iso3166.countries().get(region.country());
        var known = Subdivisions.namesIn(region.country());
        if (known.isEmpty()) {
            diagnostics.warning(
                    region.code(),
                    "the subdivisions of " + country + " are not known here; check that ISO 3166-2 has '" + region
                            + "'");
        } else if (!known.containsKey(region)) {
            return refuse(
                    region.code(),
                    "unknown subdivision '" + region + "' of " + country + "; ISO 3166-2 has "
                            + String.join(
                                    ", ",
                                    known.keySet().stream().map(Region::code).toList()));
        }
        return Optional.of(region);
    }

    private Optional<Region> refuseUnknown(String code) {
        return refuse(
                code,
                "unknown region '" + code + "'"
                        + meant(code)
                                .map(region -> ", did you mean '" + region + "'?")
                                .orElse(": write a code of ISO 3166-1 like 'DE', or of ISO 3166-2 like 'UA-43'"));
    }

    private Optional<Region> refuse(String code, String message) {
        diagnostics.problem(code, message);
        return Optional.empty();
    }

    private static Optional<String> meant(String written) {
        var code = written.strip().replace('_', '-').toUpperCase(Locale.ROOT);
        var known =
                FORM.matcher(code).matches() && Iso3166.nameOf(new Region(code)).isPresent();
        return known ? Optional.of(code) : Optional.ofNullable(MEANT.get(code)).or(() -> named(written.strip()));
    }

    private static Optional<String> named(String name) {
        return Stream.concat(Iso3166.countries().entrySet().stream(), Subdivisions.known())
                .filter(entry -> entry.getValue().equalsIgnoreCase(name))
                .map(entry -> entry.getKey().code())
                .findFirst();
    }
}
