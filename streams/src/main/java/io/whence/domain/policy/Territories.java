/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Territories with an ISO 3166-1 code of their own that lists of countries rarely name, and the country whose standing
 * they share unless a policy names them.
 *
 * <p>The pairs are the dependencies and overseas parts recorded in the remarks of ISO 3166-1 and in the "is
 * independent" column of the DataHub country codes (PDDL, commit caa72d1). Hong Kong and Macao are left out on purpose:
 * providers treat them apart from China, so that only a name or the default decides. Antarctica and Western Sahara have
 * nobody to inherit from. Kosovo is paired with Serbia because lists drawn up by ISO codes cannot name it and
 * registries book its networks there; that is a fall-back for addresses, no statement about the country.
 */
public final class Territories {
    private static final Map<Region, Region> SOVEREIGNS = Map.copyOf(table());

    /** Subdivisions of ISO 3166-2 that are places with a code of their own in ISO 3166-1: {@code US-PR} is PR. */
    private static final Map<Region, Region> OWN_CODES = ownCodes();

    private Territories() {}

    /** The country whose standing the territory shares unless a policy names it; empty for all other regions. */
    public static Optional<Region> sovereignOf(Region territory) {
        return Optional.ofNullable(SOVEREIGNS.get(territory));
    }

    /** Every territory that shares the standing of its sovereign, with the sovereign. */
    public static Map<Region, Region> sovereigns() {
        return SOVEREIGNS;
    }

    private static Map<Region, Region> table() {
        var pairs = new HashMap<Region, Region>();
        add(pairs, "US", "AS GU MP PR UM VI");
        add(pairs, "GB", "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG");
        add(pairs, "FR", "BL GF GP MF MQ NC PF PM RE TF WF YT");
        add(pairs, "NL", "AW BQ CW SX");
        add(pairs, "DK", "FO GL");
        add(pairs, "NO", "BV SJ");
        add(pairs, "FI", "AX");
        add(pairs, "AU", "CC CX HM NF");
        add(pairs, "NZ", "CK NU TK");
        add(pairs, "RS", "XK");
        return pairs;
    }

    /** The ISO 3166-1 code of the place a subdivision lies in: {@code UA} for UA-43, but {@code PR} for US-PR. */
    static Region countryOf(Region subdivision) {
        var ownCode = OWN_CODES.get(subdivision);
        return ownCode != null ? ownCode : subdivision.country();
    }

    private static Map<Region, Region> ownCodes() {
        var codes = new HashMap<Region, Region>();
        SOVEREIGNS.forEach((territory, sovereign) -> codes.put(new Region(sovereign + "-" + territory), territory));
        for (var pair : ("CN-HK=HK CN-MO=MO CN-TW=TW FI-01=AX FR-971=GP FR-972=MQ FR-973=GF FR-974=RE FR-976=YT"
                        + " NL-BQ1=BQ NL-BQ2=BQ NL-BQ3=BQ NO-21=SJ NO-22=SJ")
                .split(" ", -1)) {
            var equals = pair.indexOf('=');
            codes.put(new Region(pair.substring(0, equals)), new Region(pair.substring(equals + 1)));
        }
        return Map.copyOf(codes);
    }

    private static void add(Map<Region, Region> pairs, String sovereign, String territories) {
        Arrays.stream(territories.split(" ", -1)).forEach(code -> pairs.put(new Region(code), new Region(sovereign)));
    }
}
