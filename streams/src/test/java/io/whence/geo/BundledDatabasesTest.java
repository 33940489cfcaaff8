/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled GeoLite2 of 2019 is known to say. */
class BundledDatabasesTest {

    private static MaxMindLocator locator;

    @BeforeAll
    static void open() throws GeoSourceException {
        locator = new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
    }

    @ParameterizedTest
    @CsvSource({
        "114.114.114.114, CN",
        "5.59.38.1, UA-43",
        "5.149.208.1, UA-40",
        "5.104.32.1, UA-14",
        "31.128.96.1, UA-09",
        "2.57.112.1, UA",
        "1.36.0.1, HK-KKC",
        "60.246.0.1, MO",
        "77.110.194.1, SJ",
        "77.247.250.1, XK",
    })
    void placesAddressesWhereTheDatabaseDoes(String address, String region) {
        assertThat(locate(address).region()).isEqualTo(new Region(region));
        assertThat(locate(address).unlocated()).isEqualTo(Unlocated.LOCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.16.0.1", "34.80.0.1", "31.14.133.39", "5.145.149.142", "80.231.5.1"})
    void findsNoPlaceWhereTheDatabaseNamesNoCountry(String address) {
        assertThat(locate(address).region()).isEqualTo(Region.UNKNOWN);
        assertThat(locate(address).unlocated()).isEqualTo(Unlocated.NOT_IN_DATABASE);
    }

    @Test
    void believesTheOldFlagsForProxiesAndSatellites() {
        assertThat(locate("31.14.133.39").networkType()).isEqualTo(NetworkType.PROXY);
        assertThat(locate("5.145.149.142").networkType()).isEqualTo(NetworkType.SATELLITE);
    }

    @ParameterizedTest
    @CsvSource({"12.68.227.1, JP", "202.174.159.1, HK", "8.26.160.1, AF"})
    void placesMilitaryBasesWhereTheyLieAndNotWhomTheyRepresent(String address, String country) {
        assertThat(locate(address).region().country()).isEqualTo(new Region(country));
    }

    @Test
    void neverTakesTheCountryOfRegistrationForAPlace() {
        assertThat(locate("34.80.0.1").registeredCountry()).isEqualTo(new Region("US"));
        assertThat(locate("34.80.0.1").region()).isEqualTo(Region.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"1.1.1.1, 13335, EDGE_PLATFORM, Cloudflare", "8.8.8.8, 15169, HOSTING, Google"})
    void knowsTheGreatPlatformsByTheirNumber(String address, long number, NetworkType type, String name) {
        var origin = locate(address);
        assertThat(origin.autonomousSystem())
                .extracting(AutonomousSystem::number)
                .isEqualTo(number);
        assertThat(origin.networkType()).isEqualTo(type);
        assertThat(origin.networkName()).isEqualTo(name);
    }

    @Test
    void takesTheNorthKoreaOfAVpnForAVpn() {
        var avast = locate("5.62.56.161");
        assertThat(avast.region().country()).isEqualTo(new Region("KP"));
        assertThat(avast.networkType()).isEqualTo(NetworkType.VPN);
        assertThat(avast.networkType().anonymizes()).isTrue();
        assertThat(avast.networkName()).isEqualTo("Avast");
        assertThat(locator.explain(IpAddress.parse("5.62.56.161").orElseThrow()).reasoning())
                .anySatisfy(sentence -> assertThat(sentence).contains("not where the user is"));
    }

    /** A base of the armed forces of the United States, too. */
    @Test
    void placesHongKongAlsoWhereItNamesNoSubdivision() {
        assertThat(locate("202.174.159.1").region()).isEqualTo(new Region("HK"));
        assertThat(locate("202.174.159.1").networkType().anonymizes()).isFalse();
    }

    /** Wherever the number of a cloud's operator is registered, its addresses in China are in China. */
    @ParameterizedTest
    @CsvSource({"119.29.29.29, 132203", "223.5.5.5, 37963"})
    void placesTheCloudsOfMainlandChinaThere(String address, long number) {
        var origin = locate(address);
        assertThat(origin.autonomousSystem())
                .extracting(AutonomousSystem::number)
                .isEqualTo(number);
        assertThat(origin.region().country()).isEqualTo(new Region("CN"));
        assertThat(origin.networkType()).isEqualTo(NetworkType.HOSTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "100.64.0.1", "127.0.0.1", "::1", "fe80::1", "2001:db8::1"})
    void neverAsksADatabaseAboutAddressesThatAreNotRouted(String address) {
        assertThat(locate(address)).isEqualTo(Origin.unlocated(Unlocated.NON_ROUTABLE));
    }

    @Test
    void saysThatItIsForDemosAndFromWhichBuild() {
        assertThat(locator.demo()).isTrue();
        assertThat(locator.builds())
                .extracting(DatabaseBuild::source)
                .containsExactly("GeoLite2-City", "GeoLite2-ASN", "well-known-networks");
        var city = locator.builds().get(0);
        assertThat(city.builtAt())
                .isBetween(Instant.parse("2019-11-12T00:00:00Z"), Instant.parse("2019-11-19T00:00:00Z"));
        assertThat(city.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void theListOfWellKnownNetworksIsAsOldAsTheDatabaseItWasTakenFrom() {
        var asn = locator.builds().get(1);
        var wellKnown = locator.builds().get(2);
        assertThat(wellKnown.builtAt()).isEqualTo(asn.builtAt());
    }

    @Test
    void explainsExactlyWhatItDecides() {
        var address = IpAddress.parse("5.59.38.1").orElseThrow();
        var lookup = locator.explain(address);
        assertThat(lookup.origin()).isEqualTo(locator.locate(address));
        assertThat(lookup.answers().get(0).answer()).isEqualTo("UA-43, registered CZ, within 100 km");
        assertThat(String.join(" ", lookup.reasoning()).toLowerCase(Locale.ROOT))
                .contains("geolite2-city places it in ua-43.");
    }

    private static Origin locate(String address) {
        return locator.locate(IpAddress.parse(address).orElseThrow());
    }
}
