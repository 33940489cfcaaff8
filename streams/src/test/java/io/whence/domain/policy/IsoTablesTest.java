/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.whence.domain.origin.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTablesTest {
    private static final Region KOSOVO = new Region("XK");

    @Test
    void listsThe249CodesThatTheJdkKnowsAndKosovo() {
        var expected = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        expected.add("XK");
        expected.remove("AN"); // the Netherlands Antilles, withdrawn in 2010 but kept by some JDKs

        assertThat(Iso3166.countries().keySet())
                .hasSize(250)
                .extracting(Region::code)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"GB, United Kingdom", "CI, Côte d'Ivoire", "UA-43, Crimea", "UA-30, Kyiv", "CY-06, Kyrenia"})
    void namesCountriesAndTheSubdivisionsWeKnow(String code, String name) {
        assertThat(Iso3166.nameOf(new Region(code))).contains(name);
    }

    @Test
    void hasNoNameForWhatItDoesNotKnow() {
        assertThat(Iso3166.nameOf(Region.UNKNOWN)).isEmpty();
        assertThat(Iso3166.nameOf(new Region("UA-99"))).isEmpty();
        assertThat(Iso3166.nameOf(new Region("DE-BE"))).isEmpty();
    }

    @Test
    void everyTerritoryAndItsSovereignAreCountriesAndNoSovereignIsATerritory() {
        var pairs = Territories.sovereigns();

        assertThat(pairs).hasSize(50);
        assertThat(Iso3166.countries().keySet()).containsAll(pairs.keySet()).containsAll(pairs.values());
        assertThat(pairs.keySet()).doesNotContainAnyElementsOf(pairs.values());
    }

    @ParameterizedTest
    @CsvSource({"HK", "MO", "TW", "PS", "EH", "AQ", "CN"})
    void placesThatPoliciesMustNameInheritFromNobody(String code) {
        assertThat(Territories.sovereignOf(new Region(code))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"US-PR, PR", "US-CA, US", "US-MD, US", "CN-HK, HK", "CN-SX, CN", "FR-974, RE", "NO-21, SJ", "NL-FR, NL"
    })
    void knowsWhichSubdivisionsHaveACodeOfTheirOwn(String subdivision, String country) {
        assertThat(Territories.countryOf(new Region(subdivision))).isEqualTo(new Region(country));
    }

    @Test
    void codesAgreeWithTheTimeZoneDatabase() throws IOException {
        var codes = lines("iso/iso3166.tab").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> new Region(line.substring(0, 2)))
                .collect(Collectors.toCollection(TreeSet::new));
        codes.add(KOSOVO);

        assertThat(Iso3166.countries().keySet()).isEqualTo(codes);
    }

    @Test
    void territoriesAgreeWithTheHandMadeList() throws IOException {
        var expected = new HashMap<Region, Region>();
        for (var line : lines("policy/dependent_territories.csv")) {
            var fields = line.split(",", -1);
            if (fields[0].length() == 2 && !fields[1].isEmpty() && !fields[1].equals("CN")) {
                expected.put(new Region(fields[0]), new Region(fields[1]));
            }
        }
        expected.put(KOSOVO, new Region("RS"));

        assertThat(Territories.sovereigns()).isEqualTo(expected);
    }

    @Test
    void subdivisionsAreCompleteForTheCountriesWeKnow() throws IOException {
        var code = Pattern.compile("\"code\": \"((UA|GE|MD|CY)-[A-Z0-9]+)\"");
        var expected = code.matcher(String.join("\n", lines("iso/iso_3166-2.json")))
                .results()
                .map(result -> new Region(result.group(1)))
                .toList();

        assertThat(Subdivisions.known().map(Map.Entry::getKey))
                .hasSize(82)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> lines(String file) throws IOException {
        var folder = System.getProperty("whence.shared.data", "");
        assumeFalse(folder.isEmpty(), "needs the reference tables, named by -Dwhence.shared.data");
        return Files.readAllLines(Path.of(folder, file));
    }
}
