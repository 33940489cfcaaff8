/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The subdivisions of the few countries whose parts policies are known to name; elsewhere only the form of a code can
 * be checked. Codes of ISO 3166-2 as of 2022-11-29, complete for each country listed; names in English where one is
 * usual, else as ISO romanizes them.
 */
final class Subdivisions {
    private static final String UKRAINE = """
            UA-05 Vinnytsia oblast; UA-07 Volyn oblast; UA-09 Luhansk oblast; UA-12 Dnipropetrovsk oblast;
            UA-14 Donetsk oblast; UA-18 Zhytomyr oblast; UA-21 Zakarpattia oblast;
            UA-23 Zaporizhzhia oblast; UA-26 Ivano-Frankivsk oblast; UA-30 Kyiv; UA-32 Kyiv oblast;
            UA-35 Kirovohrad oblast; UA-40 Sevastopol; UA-43 Crimea; UA-46 Lviv oblast;
            UA-48 Mykolaiv oblast; UA-51 Odesa oblast; UA-53 Poltava oblast; UA-56 Rivne oblast;
            UA-59 Sumy oblast; UA-61 Ternopil oblast; UA-63 Kharkiv oblast; UA-65 Kherson oblast;
            UA-68 Khmelnytskyi oblast; UA-71 Cherkasy oblast; UA-74 Chernihiv oblast; UA-77 Chernivtsi oblast;
            """;

    private static final String GEORGIA = """
            GE-AB Abkhazia; GE-AJ Adjara; GE-GU Guria; GE-IM Imereti; GE-KA Kakheti; GE-KK Kvemo Kartli;
            GE-MM Mtskheta-Mtianeti; GE-RL Racha-Lechkhumi and Kvemo Svaneti; GE-SJ Samtskhe-Javakheti;
            GE-SK Shida Kartli; GE-SZ Samegrelo-Zemo Svaneti; GE-TB Tbilisi;
            """;

    private static final String MOLDOVA = """
            MD-AN Anenii Noi; MD-BA Bălți; MD-BD Bender; MD-BR Briceni; MD-BS Basarabeasca; MD-CA Cahul;
            MD-CL Călărași; MD-CM Cimișlia; MD-CR Criuleni; MD-CS Căușeni; MD-CT Cantemir; MD-CU Chișinău;
            MD-DO Dondușeni; MD-DR Drochia; MD-DU Dubăsari; MD-ED Edineț; MD-FA Fălești; MD-FL Florești;
            MD-GA Gagauzia; MD-GL Glodeni; MD-HI Hîncești; MD-IA Ialoveni; MD-LE Leova; MD-NI Nisporeni;
            MD-OC Ocnița; MD-OR Orhei; MD-RE Rezina; MD-RI Rîșcani; MD-SD Șoldănești; MD-SI Sîngerei;
            MD-SN Transnistria; MD-SO Soroca; MD-ST Strășeni; MD-SV Ștefan Vodă; MD-TA Taraclia;
            MD-TE Telenești; MD-UN Ungheni;
            """;

    private static final String CYPRUS = """
            CY-01 Nicosia; CY-02 Limassol; CY-03 Larnaca; CY-04 Famagusta; CY-05 Paphos; CY-06 Kyrenia;
            """;

    private static final Map<Region, SortedMap<Region, String>> NAMES = Stream.of(UKRAINE, GEORGIA, MOLDOVA, CYPRUS)
            .map(Iso3166::parse)
            .collect(Collectors.toUnmodifiableMap(names -> names.firstKey().country(), names -> names));

    private Subdivisions() {}

    /** Every subdivision of a country with its name; empty for a country whose subdivisions we do not know. */
    static SortedMap<Region, String> namesIn(Region country) {
        return NAMES.getOrDefault(country, Collections.emptySortedMap());
    }

    /** Every subdivision we know, with its name. */
    static Stream<Map.Entry<Region, String>> known() {
        return NAMES.values().stream().flatMap(names -> names.entrySet().stream());
    }
}
