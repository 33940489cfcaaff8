/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The regions that one version names in its lists, each once and with one standing. */
final class NamedRegions {

    /** A region as named: its standing, and where it is written. */
    record Named(Standing standing, Diagnostics place) {}

    private final Map<Region, Named> named = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    NamedRegions(PolicyDocument.Version document, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        read("supported", document.supported(), Standing.SUPPORTED);
        read("unsupported", document.unsupported(), Standing.UNSUPPORTED);
        readExcept(document.except());
    }

    /** Every named region, in the order written. */
    Map<Region, Named> all() {
        return Collections.unmodifiableMap(named);
    }

    Optional<Named> find(Region region) {
        return Optional.ofNullable(named.get(region));
    }

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private void read(String list, List<String> codes, Standing standing) {
        for (var index = 0; index < codes.size(); index++) {
            var place = diagnostics.at(list, index);
            RegionCodes.read(codes.get(index), place).ifPresent(region -> name(region, new Named(standing, place)));
        }
    }

    private void readExcept(List<String> codes) {
        for (var index = 0; index < codes.size(); index++) {
            var place = diagnostics.at("except", index);
            var region = RegionCodes.read(codes.get(index), place);
            if (region.isPresent() && !region.get().isSubdivision()) {
                place.problem(
                        codes.get(index),
                        "'" + codes.get(index) + "' is a country, and only parts of countries are excepted;"
                                + " write it under 'unsupported'");
                continue;
            }
            region.ifPresent(part -> name(part, new Named(Standing.UNSUPPORTED, place)));
        }
    }

    private void name(Region region, Named name) {
        var before = named.putIfAbsent(region, name);
        if (before == null) {
            return;
        }
        var message = before.standing() == name.standing()
                ? "'" + region + "' is already at " + before.place().path() + "; remove one of the two"
                : "'" + region + "' is also " + word(before.standing()) + ", at "
                        + before.place().path() + "; keep it in one list only";
        name.place().problem(region.code(), message);
    }
}
