/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Region;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoDatabaseWatcherTest {

    private static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
    private static final IpAddress CHINESE = IpAddress.parse("1.0.0.1").orElseThrow();

    private final List<DatabaseBuild> swapped = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @TempDir
    private Path folder;

    private GeoSources sources = GeoSources.bundled();
    private MaxMindLocator locator = TestDatabases.locator();
    private Path city = Path.of("");
    private Path lists = Path.of("");

    @BeforeEach
    void open() throws Exception {
        lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("vpn.txt"), "1.3.0.0/16\n1.4.0.0/16\n");
        sources = new GeoSources(TestDatabases.write(folder).databases(), lists);
        city = folder.resolve("city.mmdb");
        locator = new MaxMindLocator(GeoDatabases.open(sources));
    }

    @Test
    void leavesTheRunningBuildsAloneWhileNothingChanges() {
        var watcher = watcher(SwapRules.standard());
        var before = locator.databases();
        watcher.run();
        watcher.run();
        assertThat(locator.databases().builds()).isEqualTo(before.builds());
        assertThat(swapped).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void takesANewerBuild() {
        var watcher = watcher(SwapRules.standard());
        watcher.run();
        newer().with("1.11.0.0/16", TestDatabases.place("JP", "JP")).write(city);
        watcher.run();
        assertThat(refused).isEmpty();
        assertThat(swapped).extracting(DatabaseBuild::source).containsExactly("GeoLite2-City");
        assertThat(locator.locate(IpAddress.parse("1.11.0.1").orElseThrow()).region())
                .isEqualTo(new Region("JP"));
        assertThat(locator.builds().get(0)).isEqualTo(swapped.get(0));
    }

    @Test
    void takesAChangedFolderOfListsAndKeepsTheOldOnesWhenOneIsBad() throws Exception {
        var watcher = watcher(SwapRules.standard());
        watcher.run();
        Files.writeString(lists.resolve("tor.txt"), "1.0.0.0/16\n");
        watcher.run();
        assertThat(swapped).extracting(DatabaseBuild::source).containsExactly("tor");
        Files.writeString(lists.resolve("tor.txt"), "<html>");
        watcher.run();
        watcher.run();
        assertThat(refused).singleElement().asString().contains("tor.txt:1");
        assertThat(locator.builds()).contains(swapped.get(0));
    }

    @Test
    void keepsTheListsWhenTheirFolderIsGone() throws Exception {
        var watcher = watcher(SwapRules.standard());
        watcher.run();
        Files.move(lists, folder.resolve("elsewhere"));
        watcher.run();
        watcher.run();
        assertThat(refused).singleElement().asString().contains("cannot be read as a folder");
        assertThat(locator.builds()).extracting(DatabaseBuild::source).contains("vpn");
    }

    @Test
    void refusesAnEmptiedListFolderAsShrunkBeyondBelief() throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            many.append("1.3.").append(i).append(".0/24\n");
        }
        Files.writeString(lists.resolve("vpn.txt"), many);
        locator = new MaxMindLocator(GeoDatabases.open(sources));
        var watcher = watcher(SwapRules.standard());
        watcher.run();
        Files.writeString(lists.resolve("vpn.txt"), "1.3.0.0/24\n");
        watcher.run();
        assertThat(refused).singleElement().asString().contains("listed networks");
    }

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
    void refusesRandomBytes() throws Exception {
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(city, noise);
        refusesAndKeepsRunning("is damaged or no MaxMind DB file");
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

    @Test
    void refusesRecordsThatDoNotDecode() {
        newer().with("1.3.0.0/16", Map.of("country", Map.of("iso_code", true))).write(city);
        refusesAndKeepsRunning("is damaged: a look-up fails");
    }

    @Test
    void isNotDisturbedByTruncationInPlace() throws Exception {
        try (var file = Files.newByteChannel(city, java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(10);
        }
        refusesAndKeepsRunning("is damaged or no MaxMind DB file");
    }

    @Test
    void acceptsNoneOf400CorruptionsOfAFileWithAChecksum() throws Exception {
        var good = newer().bytes();
        Files.write(city, good);
        Files.writeString(GeoFile.sidecar(city), GeoFile.read(city).sha256() + "  city.mmdb");
        var random = new Random(20_260_601);
        var watcher = watcher(SwapRules.standard());
        for (int i = 0; i < 400; i++) {
            Files.write(city, corrupt(good, random));
            watcher.run();
        }
        assertThat(swapped).as("seed 20260601").isEmpty();
        assertThat(refused).hasSize(400);
        Files.write(city, good);
        watcher.run();
        assertThat(swapped).hasSize(1);
    }

    /** Without a checksum nobody can see every wrong byte, but nothing may throw, and what is refused must not run. */
    @Test
    void keepsAnsweringWhateverIsCorruptWithoutAChecksum() throws Exception {
        var good = newer().bytes();
        var random = new Random(7);
        var watcher = watcher(SwapRules.standard());
        int wrong = 0;
        for (int i = 0; i < 400; i++) {
            Files.write(city, corrupt(good, random));
            watcher.run();
            if (!locator.locate(CHINESE).region().equals(new Region("CN-BJ"))) {
                wrong++;
            }
        }
        assertThat(locator.failures()).as("seed 7").isZero();
        assertThat(wrong).as("seed 7").isZero();
    }

    @Test
    void swapsUnderConcurrentLookUpsWithoutOneFailing() throws Exception {
        var one = TestDatabases.city().with("1.11.0.0/16", TestDatabases.place("JP", "JP"));
        var other = TestDatabases.city().with("1.11.0.0/16", TestDatabases.place("KR", "KR"));
        var watcher = watcher(new SwapRules(Map.of(), 1, 2, Duration.ofDays(1), true));
        one.write(city);
        watcher.run();
        var running = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var readers = new ArrayList<Future<Long>>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(lookUpsWhile(running)));
            }
            for (int i = 0; i < 100; i++) {
                var next = (i % 2 == 0 ? other : one).write(folder.resolve("next.mmdb"));
                Files.move(next, city, StandardCopyOption.ATOMIC_MOVE);
                watcher.run();
            }
            running.set(false);
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            running.set(false);
            threads.shutdownNow();
        }
        assertThat(swapped).hasSize(101);
        assertThat(locator.failures()).isZero();
    }

    private Callable<Long> lookUpsWhile(AtomicBoolean running) {
        var moving = IpAddress.parse("1.11.0.1").orElseThrow();
        return () -> {
            long count = 0;
            while (running.get()) {
                assertThat(locator.locate(moving).region().code()).isIn("JP", "KR");
                assertThat(locator.locate(CHINESE).region().code()).isEqualTo("CN-BJ");
                count++;
            }
            return count;
        };
    }

    private GeoDatabaseWatcher refusesAndKeepsRunning(String reason) {
        return refusesAndKeepsRunning(SwapRules.standard(), reason);
    }

    private GeoDatabaseWatcher refusesAndKeepsRunning(SwapRules rules, String reason) {
        var watcher = watcher(rules);
        watcher.run();
        watcher.run();
        assertThat(refused)
                .singleElement()
                .asString()
                .startsWith(city.toString())
                .contains(reason);
        assertThat(swapped).isEmpty();
        assertThat(locator.locate(CHINESE).region()).isEqualTo(new Region("CN-BJ"));
        return watcher;
    }

    private GeoDatabaseWatcher watcher(SwapRules rules) {
        var listener = new SwapListener() {
            @Override
            public void swapped(DatabaseBuild build) {
                swapped.add(build);
            }

            @Override
            public void refused(SwapRefused refusal) {
                refused.add(refusal.reason());
            }
        };
        return new GeoDatabaseWatcher(sources, locator, rules, listener, () -> NOW);
    }

    private static MmdbFile newer() {
        return TestDatabases.city().builtAt(Instant.parse("2026-06-15T00:00:00Z"));
    }

    /** Flips a few bytes, zeroes a block, or cuts the end off. */
    private static byte[] corrupt(byte[] good, Random random) {
        var bad = good.clone();
        int at = random.nextInt(bad.length);
        switch (random.nextInt(3)) {
            case 0 -> bad[at] ^= (byte) (1 + random.nextInt(255));
            case 1 -> {
                int length = Math.min(1 + random.nextInt(200), bad.length - at);
                for (int i = at; i < at + length; i++) {
                    bad[i] = (byte) ~bad[i];
                }
            }
            default -> bad = java.util.Arrays.copyOf(bad, at);
        }
        return bad;
    }
}
