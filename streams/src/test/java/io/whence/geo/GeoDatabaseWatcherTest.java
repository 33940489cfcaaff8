/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Region;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GeoDatabaseWatcherTest extends WatchedDatabases {

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
}
