/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Databases and lists in a folder, a locator that runs on them, and what its watcher reports. */
abstract class WatchedDatabases {

    static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
    static final IpAddress CHINESE = IpAddress.parse("1.0.0.1").orElseThrow();

    final List<DatabaseBuild> swapped = new ArrayList<>();
    final List<String> refused = new ArrayList<>();

    @TempDir
    Path folder;

    GeoSources sources = GeoSources.bundled();
    MaxMindLocator locator = TestDatabases.locator();
    Path city = Path.of("");
    Path lists = Path.of("");

    @BeforeEach
    void open() throws Exception {
        lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("vpn.txt"), "1.3.0.0/16\n1.4.0.0/16\n");
        sources = new GeoSources(TestDatabases.write(folder).databases(), lists);
        city = folder.resolve("city.mmdb");
        locator = new MaxMindLocator(GeoDatabases.open(sources));
    }

    GeoDatabaseWatcher refusesAndKeepsRunning(String reason) {
        return refusesAndKeepsRunning(SwapRules.standard(), reason);
    }

    GeoDatabaseWatcher refusesAndKeepsRunning(SwapRules rules, String reason) {
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

    GeoDatabaseWatcher watcher(SwapRules rules) {
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

    static MmdbFile newer() {
        return TestDatabases.city().builtAt(Instant.parse("2026-06-15T00:00:00Z"));
    }
}
