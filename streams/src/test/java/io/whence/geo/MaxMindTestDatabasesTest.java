/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that MaxMind documents for its own test databases, and its collection of broken ones. */
class MaxMindTestDatabasesTest {

    private static Path maxMind = Path.of("");

    @BeforeAll
    static void find() {
        var folder = System.getProperty("whence.shared.data", "");
        assumeThat(folder)
                .as("MaxMind's test databases (github.com/maxmind/MaxMind-DB) below the folder that"
                        + " -Dwhence.shared.data names")
                .isNotEmpty();
        maxMind = Path.of(folder, "maxmind-test");
    }

    @ParameterizedTest
    @CsvSource({"GeoIP2-City-Test", "GeoIP2-Enterprise-Test", "GeoLite2-City-Test"})
    void placesTheChineseNetworkInJilin(String database) throws Exception {
        assertThat(locator(database).locate(ip("175.16.199.1")).region()).isEqualTo(new Region("CN-22"));
    }

    @Test
    void placesItInTheCountryAloneWhenTheDatabaseIsOfCountries() throws Exception {
        assertThat(locator("GeoIP2-Country-Test").locate(ip("175.16.199.1")).region())
                .isEqualTo(new Region("CN"));
    }

    @Test
    void tellsCrimeaFromUkraineInEnterprise() throws Exception {
        var origin = locator("GeoIP2-Enterprise-Test").locate(ip("1.231.232.1"));
        assertThat(origin.region()).isEqualTo(new Region("UA-43"));
        assertThat(origin.networkType()).isEqualTo(NetworkType.EYEBALL);
        assertThat(origin.autonomousSystem())
                .extracting(AutonomousSystem::number)
                .isEqualTo(28761L);
    }

    @Test
    void knowsAMobileCarrierFromEnterprise() throws Exception {
        var origin = locator("GeoIP2-Enterprise-Test").locate(ip("1.124.213.1"));
        assertThat(origin.region()).isEqualTo(new Region("IR"));
        assertThat(origin.networkType()).isEqualTo(NetworkType.MOBILE);
    }

    @Test
    void placesAMilitaryBaseWhereItLies() throws Exception {
        assertThat(locator("GeoIP2-City-Test")
                        .locate(ip("202.196.224.1"))
                        .region()
                        .country())
                .isEqualTo(new Region("PH"));
    }

    @ParameterizedTest
    @CsvSource({"2001:2e0::1, HK", "2a02:d240::1, BY", "2a02:d0c0::1, RU"})
    void placesIpv6Networks(String address, String country) throws Exception {
        var expected = locator("GeoIP2-Country-Test").locate(ip(address));
        assertThat(expected.region()).isEqualTo(new Region(country));
    }

    @ParameterizedTest
    @CsvSource({
        "GeoIP2-Anonymous-IP-Test, 81.2.69.1, TOR,",
        "GeoIP2-Anonymous-IP-Test, 71.160.223.1, HOSTING,",
        "GeoIP2-Anonymous-IP-Test, 65.7.255.255, TOR,",
        "GeoIP2-Anonymous-IP-Test, 186.30.236.1, PROXY,",
        "GeoIP2-Anonymous-IP-Test, 6.1.0.1, VPN,",
        "GeoIP2-Anonymous-IP-Test, 6.1.0.4, RESIDENTIAL_PROXY,",
        "GeoIP2-Anonymous-IP-Test, 9.9.9.9, UNKNOWN,",
        "GeoIP-Anonymous-Plus-Test, 1.2.0.1, VPN, foo",
        "GeoIP-Anonymous-Plus-Test, 1.2.0.2, VPN,",
        "GeoIP2-IP-Risk-Test, 6.1.2.1, VPN, Test VPN Service",
        "GeoIP2-IP-Risk-Test, 214.2.3.6, UNKNOWN,",
    })
    void knowsAnonymizers(String database, String address, NetworkType type, @Nullable String name) throws Exception {
        var locator = open(Map.of(DatabaseKind.CITY, "GeoIP2-City-Test", DatabaseKind.ANONYMOUS, database));
        var origin = locator.locate(ip(address));
        assertThat(origin.networkType()).isEqualTo(type);
        assertThat(origin.networkName()).isEqualTo(name);
    }

    @Test
    void tellsTheConfidenceAndTheLastSightingOfAnAnonymizer() throws Exception {
        var locator = open(
                Map.of(DatabaseKind.CITY, "GeoIP2-City-Test", DatabaseKind.ANONYMOUS, "GeoIP-Anonymous-Plus-Test"));
        assertThat(locator.explain(ip("1.2.0.1")).answers())
                .anySatisfy(said ->
                        assertThat(said.answer()).isEqualTo("VPN, service foo, confidence 30 %, last seen 2025-04-14"));
        assertThat(locator.explain(ip("1.2.0.2")).answers())
                .anySatisfy(said -> assertThat(said.answer()).isEqualTo("VPN, confidence 99 %"));
    }

    @ParameterizedTest
    @CsvSource({"21.4.181.220, RESIDENTIAL_PROXY, geonode", "21.4.181.221, UNKNOWN,"})
    void believesAResidentialProxyWhenItIsLikely(String address, NetworkType type, @Nullable String name)
            throws Exception {
        var locator = open(Map.of(
                DatabaseKind.CITY, "GeoIP2-City-Test",
                DatabaseKind.RESIDENTIAL_PROXY, "GeoIP-Residential-Proxy-Test"));
        assertThat(locator.locate(ip(address)).networkType()).isEqualTo(type);
        assertThat(locator.locate(ip(address)).networkName()).isEqualTo(name);
    }

    @Test
    void readsOperatorsFromAsnAndIspDatabases() throws Exception {
        for (var database : List.of("GeoLite2-ASN-Test", "GeoIP2-ISP-Test")) {
            var locator = open(Map.of(DatabaseKind.CITY, "GeoIP2-City-Test", DatabaseKind.ASN, database));
            var system = locator.locate(ip("1.128.0.1")).autonomousSystem();
            assertThat(system).as(database).extracting(AutonomousSystem::number).isEqualTo(1221L);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0.0.1, EYEBALL", "1.0.1.1, MOBILE"})
    void readsConnectionTypes(String address, NetworkType type) throws Exception {
        var locator = open(Map.of(
                DatabaseKind.CITY, "GeoIP2-City-Test", DatabaseKind.CONNECTION_TYPE, "GeoIP2-Connection-Type-Test"));
        assertThat(locator.locate(ip(address)).networkType()).isEqualTo(type);
    }

    @Test
    @Timeout(60)
    void refusesEveryBrokenDatabaseWithTheNameOfTheFile() throws Exception {
        var broken = files("bad-data");
        assertThat(broken).hasSizeGreaterThan(15);
        for (var file : broken) {
            for (var kind : DatabaseKind.values()) {
                assertThatThrownBy(() -> Database.open(kind, GeoFile.read(file)))
                        .isInstanceOf(GeoSourceException.class)
                        .hasMessageStartingWith(file.toString());
            }
        }
    }

    /** Most broken files open, and are refused for their type "Test"; named "City" they must still do no harm. */
    @Test
    @Timeout(60)
    void survivesLookUpsInBrokenDatabasesThatOpen() throws Exception {
        var base = TestDatabases.locator().databases();
        int opened = 0;
        for (var file : Stream.concat(files("bad-data").stream(), files("test-data").stream())
                .toList()) {
            var database = openAsCity(file);
            if (database != null) {
                opened++;
                survives(database, base);
            }
        }
        assertThat(opened).isGreaterThan(20);
    }

    @Test
    void takesAnAbsurdBuildTimeForTheEndOfTime() throws Exception {
        var database = openAsCity(maxMind.resolve("bad-data/libmaxminddb/libmaxminddb-uint64-max-epoch.mmdb"));
        assertThat(database)
                .extracting(opened -> opened.build().builtAt())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    private static void survives(Database database, GeoDatabases base) {
        var locator = new MaxMindLocator(base.with(database));
        for (int i = 0; i < 256; i++) {
            for (var address : List.of(IpAddress.ipv4(i << 24 | 0x010101), IpAddress.ipv6((0x2000L + i) << 48, 1))) {
                var start = System.nanoTime();
                assertThat(locator.locate(address)).isNotNull();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    private static @Nullable Database openAsCity(Path file) throws IOException {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("database_typeDTest", "database_typeDCity");
        try {
            return Database.open(
                    DatabaseKind.CITY,
                    new GeoFile(
                            file.toString(),
                            content.getBytes(StandardCharsets.ISO_8859_1),
                            "0".repeat(64),
                            Instant.EPOCH));
        } catch (GeoSourceException refused) {
            return null;
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(maxMind.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".mmdb"))
                    .sorted()
                    .toList();
        }
    }

    private static MaxMindLocator locator(String city) throws GeoSourceException {
        return open(Map.of(DatabaseKind.CITY, city));
    }

    private static MaxMindLocator open(Map<DatabaseKind, String> databases) throws GeoSourceException {
        var files = new EnumMap<DatabaseKind, Path>(DatabaseKind.class);
        databases.forEach((kind, name) -> files.put(kind, maxMind.resolve("test-data/" + name + ".mmdb")));
        return new MaxMindLocator(GeoDatabases.open(new GeoSources(files, null)));
    }

    private static IpAddress ip(String address) {
        return IpAddress.parse(address).orElseThrow();
    }
}
