/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New files that must not replace the running build. */
class RefusedDatabasesTest extends WatchedDatabases {

    @ParameterizedTest
    @CsvSource({
        "'', the file is empty",
        "x, is damaged or no MaxMind DB file",
        "<!DOCTYPE html><p>Invalid license key, is a web page",
        "'\u001f\u008b\u0008compressed', is an archive",
        "'PK\u0003\u0004', is an archive",
    })
    void refusesWhatIsNoDatabase(String content, String reason) throws Exception {
        Files.write(city, content.getBytes(StandardCharsets.ISO_8859_1));
        refusesAndKeepsRunning(reason);
    }

    @Test
    void refusesAMissingFileOnce() throws Exception {
        Files.delete(city);
        refusesAndKeepsRunning("no such file");
    }

    @Test
    void refusesTheWrongTypeOfDatabase() {
        TestDatabases.asn().write(city);
        refusesAndKeepsRunning("is a GeoLite2-ASN database, but --city needs");
    }

    @Test
    void refusesAnotherProductOfTheSameKind() {
        MmdbFile.of("GeoIP2-Enterprise")
                .with("1.0.0.0/16", TestDatabases.place("CN", "CN"))
                .write(city);
        refusesAndKeepsRunning("is a GeoIP2-Enterprise database, but a GeoLite2-City is running");
    }

    @Test
    void refusesADatabaseThatHasLostIpv6() {
        MmdbFile.of("GeoLite2-City")
                .onlyIpv4()
                .with("1.0.0.0/16", TestDatabases.place("CN", "CN"))
                .write(city);
        refusesAndKeepsRunning("knows IPv4 only");
    }

    @Test
    void refusesAnOlderBuildUnlessAPersonAllowsIt() {
        TestDatabases.city().builtAt(Instant.parse("2026-05-01T00:00:00Z")).write(city);
        refusesAndKeepsRunning("before the running one");
        watcher(SwapRules.standard().allowingOlder()).run();
        assertThat(swapped).hasSize(1);
    }

    @Test
    void refusesABuildFromTheFutureAndOneFromTheEndOfTime() {
        TestDatabases.city().builtAt(NOW.plus(Duration.ofDays(2))).write(city);
        refusesAndKeepsRunning("in the future");
        TestDatabases.city()
                .buildEpoch(BigInteger.TWO.pow(64).subtract(BigInteger.ONE))
                .write(city);
        refused.clear();
        refusesAndKeepsRunning("in the future");
    }

    @Test
    void refusesAChecksumThatDoesNotMatch() throws Exception {
        newer().write(city);
        Files.writeString(GeoFile.sidecar(city), "0".repeat(64));
        var watcher = refusesAndKeepsRunning("but " + GeoFile.sidecar(city) + " says");
        Files.delete(GeoFile.sidecar(city));
        watcher.run();
        assertThat(swapped).hasSize(1);
    }

    @Test
    void refusesToMoveManyAddressesAtOnce() {
        newer().with("1.3.0.0/16", TestDatabases.place("CN", "US")).write(city);
        refusesAndKeepsRunning("sample addresses otherwise");
    }

    @Test
    void refusesADatabaseThatHasShrunk() throws Exception {
        var large = TestDatabases.city();
        for (int i = 0; i < 1_024; i++) {
            large.with(
                    "1." + (64 + i / 256) + "." + i % 256 + ".0/24",
                    TestDatabases.place(i % 2 == 0 ? "DE" : "FR", "DE"));
        }
        large.write(city);
        locator = new MaxMindLocator(GeoDatabases.open(sources));
        newer().write(city);
        refusesAndKeepsRunning("search tree nodes");
    }

    @Test
    void refusesADatabaseThatPlacesACanaryElsewhere() {
        newer().write(city);
        var office = IpAddress.parse("1.4.0.1").orElseThrow();
        var rules = new SwapRules(Map.of(office, new Region("FR")), 1, 2, Duration.ofDays(1), false);
        refusesAndKeepsRunning(rules, "places the canary 1.4.0.1 in DE and not in FR");
    }
}
