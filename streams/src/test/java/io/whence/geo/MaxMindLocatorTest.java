/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxMindLocatorTest {

    private final MaxMindLocator locator = TestDatabases.locator();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1.0.0.1, CN-BJ, 4134, UNKNOWN, UNCHECKED",
        "1.1.0.1, CN, 45090, HOSTING, CONFIRMED",
        "1.2.255.255, HK, 9304, UNKNOWN, DISPUTED",
        "1.3.0.1, US-CA, 7922, UNKNOWN, CONFIRMED",
        "1.4.0.1, DE, 24940, HOSTING, UNCHECKED",
        "1.5.0.1, SG, 212238, VPN, UNCHECKED",
        "1.6.0.1, UA-43, 28761, UNKNOWN, UNCHECKED",
        "1.8.0.1, HK, 13335, EDGE_PLATFORM, UNCHECKED",
        "1.9.0.1, FR, 3215, TOR, UNCHECKED",
        "2400:1000::1, CN, 4134, UNKNOWN, UNCHECKED",
    })
    void putsTheAnswersOfAllSourcesTogether(
            String address, String region, long number, NetworkType type, Agreement agreement) {
        var origin = locate(address);
        assertThat(origin.region()).isEqualTo(new Region(region));
        assertThat(origin.unlocated()).isEqualTo(Unlocated.LOCATED);
        assertThat(origin.autonomousSystem())
                .extracting(AutonomousSystem::number)
                .isEqualTo(number);
        assertThat(origin.networkType()).isEqualTo(type);
        assertThat(origin.agreement()).isEqualTo(agreement);
    }

    @Test
    void namesTheServiceThatDecidedTheType() {
        assertThat(locate("1.5.0.1").networkName()).isEqualTo("ExampleVPN");
        assertThat(locate("1.8.0.1").networkName()).isEqualTo("Cloudflare");
        assertThat(locate("1.9.0.1").networkName()).isNull();
    }

    @Test
    void doesNotTakeContinentOrRegistrationForAPlace() {
        var origin = locate("1.10.0.1");
        assertThat(origin.region()).isEqualTo(Region.UNKNOWN);
        assertThat(origin.unlocated()).isEqualTo(Unlocated.NOT_IN_DATABASE);
        assertThat(origin.registeredCountry()).isEqualTo(new Region("US"));
        assertThat(origin.accuracyRadiusKm()).isNull();
    }

    @Test
    void doesNotKnowWhatNoDatabaseHolds() {
        assertThat(locate("9.9.9.9")).isEqualTo(Origin.unlocated(Unlocated.NOT_IN_DATABASE));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1", "100.64.1.1", "169.254.1.1", "224.0.0.1", "2001:db8::1", "fc00::1", "64:ff9b::102:304"})
    void keepsUnroutedSpaceFromEveryDatabase(String address) throws Exception {
        var everywhere = MmdbFile.of("NRO-Country")
                .with("0.0.0.0/1", TestDatabases.flat("AU"))
                .with("128.0.0.0/1", TestDatabases.flat("AU"))
                .with("2000::/3", TestDatabases.flat("AU"))
                .with("fc00::/7", TestDatabases.flat("AU"))
                .write(folder.resolve("nro.mmdb"));
        var naive = new MaxMindLocator(GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, everywhere), null)));
        assertThat(naive.locate(ip("9.9.9.9")).region()).isEqualTo(new Region("AU"));
        assertThat(naive.locate(ip(address))).isEqualTo(Origin.unlocated(Unlocated.NON_ROUTABLE));
    }

    @Test
    void answersIpv6FromAnIpv4OnlyDatabaseWithNothing() throws Exception {
        var ipv4 = MmdbFile.of("country ipv4")
                .onlyIpv4()
                .with("1.3.0.0/16", TestDatabases.flat("US"))
                .write(folder.resolve("v4.mmdb"));
        var only = new MaxMindLocator(GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, ipv4), null)));
        assertThat(only.locate(ip("1.3.0.1")).region()).isEqualTo(new Region("US"));
        assertThat(only.locate(ip("2600:1000::1"))).isEqualTo(Origin.unlocated(Unlocated.NOT_IN_DATABASE));
        assertThat(only.failures()).isZero();
    }

    @Test
    void readsTheOldFlagsOfGeoLite2() throws Exception {
        var old = MmdbFile.of("GeoLite2-City")
                .with("1.3.0.0/16", Map.of("traits", TestDatabases.flags("is_anonymous_proxy")))
                .with("1.4.0.0/16", Map.of("traits", TestDatabases.flags("is_satellite_provider")))
                .write(folder.resolve("old.mmdb"));
        var locator = new MaxMindLocator(GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, old), null)));
        assertThat(locator.locate(ip("1.3.0.1")).networkType()).isEqualTo(NetworkType.PROXY);
        assertThat(locator.locate(ip("1.4.0.1")).networkType()).isEqualTo(NetworkType.SATELLITE);
        assertThat(locator.locate(ip("1.4.0.1")).unlocated()).isEqualTo(Unlocated.NOT_IN_DATABASE);
    }

    @Test
    void takesAnAnycastAddressForOnePlacedByItsPublisher() throws Exception {
        var city = MmdbFile.of("GeoIP2-City")
                .with(
                        "1.3.0.0/16",
                        Map.of("country", Map.of("iso_code", "HK"), "traits", TestDatabases.flags("is_anycast")))
                .write(folder.resolve("anycast.mmdb"));
        var locator = new MaxMindLocator(GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, city), null)));
        assertThat(locator.locate(ip("1.3.0.1")).networkType().placedByProvider())
                .isTrue();
        assertThat(locator.locate(ip("1.3.0.1")).networkName()).isEqualTo("anycast");
    }

    @Test
    void takesAVpnListForAMainlandCloudAsHosting() throws Exception {
        var sources =
                new GeoSources(TestDatabases.write(folder).databases(), lists("AS45090 # Tencent\nAS9304 # HGC\n"));
        var listed = new MaxMindLocator(GeoDatabases.open(sources));
        assertThat(listed.locate(ip("1.1.0.1")).networkType()).isEqualTo(NetworkType.HOSTING);
        assertThat(listed.locate(ip("1.2.0.1")).networkType()).isEqualTo(NetworkType.VPN);
        assertThat(listed.explain(ip("1.1.0.1")).reasoning())
                .anySatisfy(sentence -> assertThat(sentence).contains("inside mainland China it is a cloud"));
    }

    @Test
    void takesTheWordOfAPublisherAsSecondOpinionWhereTheSecondDatabaseIsSilent() throws Exception {
        Files.createDirectory(folder.resolve("clouds"));
        Files.writeString(
                folder.resolve("clouds/cloud_regions.csv"),
                "prefix,provider,region,country\n1.4.0.0/16,hetzner,fsn1,DE\n1.2.0.0/16,aws,ap-east-1,HK\n");
        var sources = new GeoSources(TestDatabases.write(folder).databases(), folder.resolve("clouds"));
        var listed = new MaxMindLocator(GeoDatabases.open(sources));
        assertThat(listed.locate(ip("1.4.0.1")).agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(listed.locate(ip("1.2.0.1")).secondCountry()).isEqualTo(new Region("SG"));
        assertThat(listed.explain(ip("1.4.0.1")).reasoning()).contains("The publisher of the network agrees.");
    }

    @Test
    void knowsTheCountryOfACloudsRegionWhereItsPublisherNamesNone() throws Exception {
        Files.createDirectory(folder.resolve("regions"));
        Files.writeString(
                folder.resolve("regions/cloud_regions.csv"),
                "prefix,provider,region\n1.4.0.0/16,aws,eu-central-1\n1.9.0.0/16,aws,nowhere-1\n");
        var sources = new GeoSources(TestDatabases.write(folder).databases(), folder.resolve("regions"));
        var listed = new MaxMindLocator(GeoDatabases.open(sources));
        assertThat(listed.locate(ip("1.4.0.1")).secondCountry()).isEqualTo(new Region("DE"));
        assertThat(listed.locate(ip("1.9.0.1")).secondCountry()).isNull();
    }

    @Test
    void takesARelayForARelayAlsoWhenItIsListedAsAVpn() throws Exception {
        var relays = lists("AS7922");
        Files.writeString(relays.resolve("vpn_ipv4.txt"), "1.3.0.0/16\n1.4.0.0/16\n");
        Files.writeString(relays.resolve("icloud.txt"), "1.3.0.0/24\n");
        var listed = new MaxMindLocator(
                GeoDatabases.open(new GeoSources(TestDatabases.write(folder).databases(), relays)));
        assertThat(listed.locate(ip("1.3.0.1")).networkType()).isEqualTo(NetworkType.RELAY);
        assertThat(listed.locate(ip("1.3.0.1")).networkName()).isEqualTo("iCloud Private Relay");
        assertThat(listed.locate(ip("1.3.1.1")).networkType()).isEqualTo(NetworkType.VPN);
        assertThat(listed.explain(ip("1.3.0.1")).reasoning().toString()).doesNotContain("mainland");
    }

    private Path lists(String vpnOperators) throws IOException {
        var lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("vpn_asn.txt"), vpnOperators);
        return lists;
    }

    @Test
    void namesTheBuildsInTheOrderOfTheirAuthority() {
        assertThat(locator.builds())
                .extracting(DatabaseBuild::source)
                .containsExactly(
                        "GeoLite2-City",
                        "GeoLite2-ASN",
                        "GeoIP2-Anonymous-IP",
                        "country ipvAll",
                        "well-known-networks");
        assertThat(locator.demo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.2.0.1", "1.5.0.1", "1.10.0.1", "9.9.9.9", "10.0.0.1"})
    void explainsWhatItDecidesInSentences(String text) {
        var lookup = locator.explain(ip(text));
        assertThat(lookup.origin()).isEqualTo(locate(text));
        assertThat(lookup.reasoning())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }

    @Test
    void explainsADisagreement() {
        var lookup = locator.explain(ip("1.2.0.1"));
        assertThat(lookup.answers())
                .extracting(said -> said.build().source() + ": " + said.answer())
                .containsExactly(
                        "GeoLite2-City: HK, registered HK, within 50 km",
                        "GeoLite2-ASN: AS9304 HGC",
                        "GeoIP2-Anonymous-IP: nothing",
                        "country ipvAll: SG");
        assertThat(lookup.reasoning())
                .containsExactly(
                        "GeoLite2-City places it in HK.",
                        "country ipvAll says SG: the sources disagree, so the place counts less.",
                        "No source says what kind of network it is.");
    }

    @Test
    void namesTheFileAndTheFixWhenItCannotStart() throws Exception {
        var asn = TestDatabases.asn().write(folder.resolve("asn.mmdb"));
        assertThatThrownBy(() -> GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, asn), null)))
                .isInstanceOf(GeoSourceException.class)
                .hasMessage(asn + ": is a GeoLite2-ASN database, but --city needs a database whose type contains city"
                        + " or country or enterprise");
        var page = Files.writeString(folder.resolve("page.mmdb"), "<html>Invalid license key</html>");
        assertThatThrownBy(() -> GeoDatabases.open(new GeoSources(Map.of(DatabaseKind.CITY, page), null)))
                .hasMessageStartingWith(page.toString())
                .hasMessageContaining("web page");
    }

    private Origin locate(String address) {
        return locator.locate(ip(address));
    }

    private static IpAddress ip(String address) {
        return IpAddress.parse(address).orElseThrow();
    }
}
