/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which territories share the standing of their sovereign in one version. */
final class Inheritance {
    private final boolean inherit;
    private final Set<Region> excepted = new HashSet<>();

    Inheritance(PolicyDocument.Version document, NamedRegions named, Diagnostics diagnostics) {
        var written = document.inherit() == null ? "true" : document.inherit();
        this.inherit = new Written(written, "true", diagnostics.at("inherit"))
                .oneOf(List.of("true", "false"))
                .map(Boolean::valueOf)
                .orElse(true);
        readExcepted(document.inheritExcept(), named, diagnostics);
    }

    /** The country that decides for the territory; empty when the territory is judged by the default. */
    Optional<Region> sovereignOf(Region territory) {
        return inherit && !excepted.contains(territory) ? Territories.sovereignOf(territory) : Optional.empty();
    }

    /** Whether the list says nothing about the territory: it does not inherit, and nobody wrote that it is not to. */
    boolean leavesOpen(Region territory) {
        return !inherit && !excepted.contains(territory);
    }

    private void readExcepted(List<String> codes, NamedRegions named, Diagnostics diagnostics) {
        for (var index = 0; index < codes.size(); index++) {
            var place = diagnostics.at("inherit_except", index);
            RegionCodes.read(codes.get(index), place).ifPresent(territory -> except(territory, named, place));
        }
    }

    private void except(Region territory, NamedRegions named, Diagnostics place) {
        if (Territories.sovereignOf(territory).isEmpty()) {
            place.problem(
                    territory.code(),
                    "'" + territory + "' inherits from nobody; remove it, or name it under 'supported' or"
                            + " 'unsupported'");
            return;
        }
        if (!excepted.add(territory)) {
            place.problem(territory.code(), "'" + territory + "' is written twice; remove one of the two");
        }
        named.find(territory)
                .ifPresent(name -> place.warning(
                        territory.code(),
                        "'" + territory + "' changes nothing: it is named at "
                                + name.place().path() + "; remove it"));
    }
}
