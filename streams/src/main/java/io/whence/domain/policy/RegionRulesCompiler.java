/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the table of standings from the lists of one version. */
final class RegionRulesCompiler {
    private static final Region CHINA = new Region("CN");

    /** Providers judge them apart from China, so that silence about them is worth a word. */
    private static final List<Region> APART_FROM_CHINA = List.of(new Region("HK"), new Region("MO"));

    /** They have a code but nobody to inherit from: Antarctica, Western Sahara. */
    private static final List<Region> WITHOUT_SOVEREIGN = List.of(new Region("AQ"), new Region("EH"));

    private final Standing standingOfTheRest;
    private final Diagnostics diagnostics;
    private final NamedRegions named;
    private final Inheritance inheritance;

    RegionRulesCompiler(
            PolicyDocument.Version document, Optional<Standing> standingOfTheRest, Diagnostics diagnostics) {
        this.standingOfTheRest = standingOfTheRest.orElse(Standing.UNSUPPORTED);
        this.diagnostics = diagnostics;
        this.named = new NamedRegions(document, diagnostics);
        this.inheritance = new Inheritance(document, named, diagnostics);
        standingOfTheRest.ifPresent(rest -> requireSomething(document, rest));
    }

    RegionRules compile() {
        var countries = new HashMap<Region, Standing>();
        Iso3166.countries().keySet().forEach(country -> countries.put(country, standingOf(country)));
        refuseSilence(countries);
        warnOfSilence(countries);
        return new RegionRules(countries, exceptionsFrom(countries));
    }

    private Standing standingOf(Region country) {
        return named.find(country)
                .map(NamedRegions.Named::standing)
                .orElseGet(() ->
                        inheritance.sovereignOf(country).map(this::standingOf).orElse(standingOfTheRest));
    }

    private Map<Region, Standing> exceptionsFrom(Map<Region, Standing> countries) {
        var exceptions = new HashMap<Region, Standing>();
        named.all().forEach((region, name) -> {
            if (!region.isSubdivision()) {
                return;
            }
            if (countries.get(region.country()) != name.standing()) {
                exceptions.put(region, name.standing());
                return;
            }
            name.place()
                    .warning(
                            region.code(),
                            "'" + region + "' changes nothing: all of " + nameOf(region.country()) + " is "
                                    + NamedRegions.word(name.standing()) + "; remove it");
        });
        return exceptions;
    }

    private void requireSomething(PolicyDocument.Version document, Standing rest) {
        if (rest == Standing.UNSUPPORTED && document.supported().isEmpty()) {
            diagnostics
                    .at("supported")
                    .problem(
                            "",
                            "no region is supported: an empty list never means that everyone is unsupported;"
                                    + " list what is supported, or write 'default: supported'");
        }
        if (rest == Standing.SUPPORTED
                && document.unsupported().isEmpty()
                && document.except().isEmpty()) {
            diagnostics
                    .at("unsupported")
                    .warning(
                            "",
                            "every region is supported, so that nobody is ever noticed;"
                                    + " list what is unsupported unless that is meant");
        }
    }

    /**
     * Whoever lists a country seldom means to cut its territories off, and forgets that they have codes of their own.
     */
    private void refuseSilence(Map<Region, Standing> countries) {
        var open = Territories.sovereigns().entrySet().stream()
                .filter(pair -> countries.get(pair.getValue()) != standingOfTheRest)
                .map(Map.Entry::getKey)
                .filter(territory -> named.find(territory).isEmpty() && inheritance.leavesOpen(territory))
                .map(Region::code)
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            diagnostics
                    .at("inherit")
                    .problem(
                            "false",
                            "nothing is said of territories of named countries: " + String.join(", ", open)
                                    + "; name each, let them inherit with 'inherit: true', or leave them "
                                    + NamedRegions.word(standingOfTheRest) + " under 'inherit_except'");
        }
    }

    private void warnOfSilence(Map<Region, Standing> countries) {
        for (var region : APART_FROM_CHINA) {
            if (named.find(region).isEmpty() && countries.get(region) != countries.get(CHINA)) {
                warnOfDefault(region, "it does not inherit from China");
            }
        }
        for (var region : WITHOUT_SOVEREIGN) {
            if (named.find(region).isEmpty() && standingOfTheRest == Standing.UNSUPPORTED) {
                warnOfDefault(region, "it has nobody to inherit from");
            }
        }
    }

    private void warnOfDefault(Region region, String reason) {
        diagnostics.warning(
                region.code(),
                nameOf(region) + " (" + region + ") is not named and " + NamedRegions.word(standingOfTheRest)
                        + " by default: " + reason + "; name it under 'supported' or 'unsupported'");
    }

    private static String nameOf(Region region) {
        return Iso3166.nameOf(region).orElse(region.code());
    }
}
