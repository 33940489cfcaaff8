/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table says of every address what the databases and lists say of it. */
class OriginTableTest {

    private static final long SEED = 20_191_119;
    private static final int RANDOM = 100_000;

    @TempDir
    private Path folder;

    private GeoDatabases databases;

    @BeforeEach
    void open() throws Exception {
        var files = TestDatabases.write(folder);
        var lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("vpn.txt"), "1.3.7.0/24\n1.3.7.128/25\n1.4.0.1\nAS7922\n2600:1000:ffff::/48\n");
        Files.writeString(lists.resolve("tor.txt"), "255.255.255.255\n0.0.0.0/8\n1.3.7.0/28\n2600:1000::1\n");
        databases = GeoDatabases.open(new GeoSources(files.databases(), lists));
    }

    /** The table under test. */
    OriginTable table(GeoDatabases of) throws IOException {
        return OriginTable.of(of);
    }

    final GeoDatabases databases() {
        return databases;
    }

    @Test
    void saysTheSameOnBothSidesOfEveryBoundary() throws IOException {
        var table = table(databases);
        for (var boundary : boundaries()) {
            for (int away = -2; away <= 2; away++) {
                var address = moved(boundary, away);
                assertSame(table, address);
            }
        }
    }

    @Test
    void saysTheSameOfRandomAddresses() throws IOException {
        var table = table(databases);
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < RANDOM; i++) {
            assertSame(table, IpAddress.ipv4(random.nextInt()));
            assertSame(table, IpAddress.ipv4(0x0100_0000 | random.nextInt() >>> 12));
            assertSame(table, IpAddress.ipv6(0x2000_0000_0000_0000L | random.nextLong() >>> 3, random.nextLong()));
            assertSame(table, IpAddress.ipv6(0x2600_1000_0000_0000L | random.nextLong() >>> 32, random.nextLong()));
        }
    }

    @Test
    void leavesToTheSourcesWhatItDoesNotReach() throws IOException {
        var table = table(databases);
        for (var outside : List.of("2001::1", "2001:0:ffff:ffff::", "2002:102:304::1", "64:ff9b::102:304", "fe80::1")) {
            assertThat(table.find(address(outside))).as(outside).isNull();
        }
        for (var inside : List.of("2000::", "2001:1::", "2003::", "3fff:ffff::1", "0.0.0.0", "255.255.255.255")) {
            assertThat(table.find(address(inside))).as(inside).isNotNull();
        }
    }

    @Test
    void addressesOfEqualOriginShareOne() throws IOException {
        var table = table(databases);
        assertThat(table.find(address("1.0.0.1"))).isSameAs(table.find(address("1.0.255.254")));
        assertThat(table.find(address("9.9.9.9"))).isSameAs(table.find(address("2610::")));
    }

    @Test
    void whoIsInterruptedMakesNoTableAndGoesOnAskingTheSources() {
        var locator = new MaxMindLocator(databases);
        Thread.currentThread().interrupt();
        int ranges = locator.compile();

        assertThat(Thread.interrupted()).as("still asked to stop").isTrue();
        assertThat(ranges).isZero();
        assertThat(locator.locate(address("1.0.0.1")).unlocated()).isEqualTo(Unlocated.LOCATED);
    }

    @Test
    void aLocatorAnswersFromTheTableOfItsPresentDatabases() throws Exception {
        var locator = new MaxMindLocator(databases);
        var before = locator.locate(address("1.0.0.1"));
        assertThat(locator.compile()).isPositive();
        assertThat(locator.locate(address("1.0.0.1"))).isEqualTo(before).isSameAs(locator.locate(address("1.0.0.2")));
        assertThat(locator.locate(address("10.0.0.1")).unlocated()).isEqualTo(Unlocated.NON_ROUTABLE);

        var moved = TestDatabases.city().with("1.0.0.0/16", TestDatabases.place("JP", "JP"));
        var file = GeoFile.read(moved.write(folder.resolve("moved.mmdb")));
        locator.swap(databases.with(Database.open(DatabaseKind.CITY, file)));
        assertThat(locator.locate(address("1.0.0.1")).region()).isEqualTo(new Region("JP"));
        assertThat(locator.locate(address("1.0.0.1"))).isSameAs(locator.locate(address("1.0.0.2")));
    }

    @Test
    void withoutIpv6InADatabaseItHasTheAnswersOfTheOthers() throws Exception {
        var ipv4 = MmdbFile.of("country ipv4")
                .onlyIpv4()
                .with("1.3.0.0/16", TestDatabases.flat("US"))
                .write(folder.resolve("v4.mmdb"));
        databases = GeoDatabases.open(
                new GeoSources(Map.of(DatabaseKind.CITY, ipv4, DatabaseKind.ASN, folder.resolve("asn.mmdb")), null));
        saysTheSameOnBothSidesOfEveryBoundary();
        saysTheSameOfRandomAddresses();
    }

    private void assertSame(OriginTable table, IpAddress address) throws IOException {
        var found = table.find(address);
        if (found != null) {
            assertThat(found)
                    .as("%s, seed %d", address, SEED)
                    .isEqualTo(Judgement.of(databases.ask(address), databases).origin());
        }
    }

    /** First addresses of the networks of all databases and lists, and of what is behind them. */
    private List<IpAddress> boundaries() throws IOException {
        var boundaries = new ArrayList<IpAddress>();
        for (var kind : DatabaseKind.values()) {
            var database = databases.database(kind).orElse(null);
            if (database != null) {
                boundaries.addAll(database.firstAddresses());
            }
        }
        for (int network = 0; network <= 12; network++) {
            boundaries.add(address("1." + network + ".0.0"));
        }
        for (var text : new String[] {
            "0.0.0.0",
            "1.0.0.0",
            "1.3.7.0",
            "1.3.7.16",
            "1.3.7.128",
            "1.3.8.0",
            "1.4.0.1",
            "1.4.0.2",
            "255.255.255.255",
            "2000::",
            "2001:1::",
            "2003::",
            "2400:1001::",
            "2600:1000::1",
            "2600:1000::2",
            "2600:1000:ffff::",
            "2600:1001::",
            "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
        }) {
            boundaries.add(address(text));
        }
        return boundaries;
    }

    private static IpAddress moved(IpAddress address, int by) {
        if (address.isIpv4()) {
            return IpAddress.ipv4(address.ipv4Bits() + by);
        }
        long low = address.low() + by;
        boolean carried =
                by < 0 ? Long.compareUnsigned(low, address.low()) > 0 : Long.compareUnsigned(low, address.low()) < 0;
        return IpAddress.ipv6(address.high() + (carried ? Integer.signum(by) : 0), low);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
