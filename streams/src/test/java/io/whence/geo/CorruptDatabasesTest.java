/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Region;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damage, of which nobody may notice anything. */
class CorruptDatabasesTest extends WatchedDatabases {

    @Test
    void refusesRandomBytes() throws Exception {
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(city, noise);
        refusesAndKeepsRunning("is damaged or no MaxMind DB file");
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
