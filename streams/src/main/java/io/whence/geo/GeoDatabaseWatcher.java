/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.geo.SwapListener.SwapRefused;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Looks for new geolocation files and puts the good ones into use while look-ups go on. A file that is not better than
 * the running build in every respect is refused, once, and the running build stays.
 *
 * <p>Run it every minute or so; it has no thread of its own. Replace files by renaming, with the checksum first: a file
 * that is seen half written is refused, and looked at again when it has changed.
 */
public final class GeoDatabaseWatcher implements Runnable {

    private final GeoSources sources;
    private final MaxMindLocator locator;
    private final SwapRules rules;
    private final SwapListener listener;
    private final InstantSource clock;
    private final Map<Path, FileStamp> seen = new HashMap<>();

    /**
     * Watches the files that the locator was opened with.
     *
     * @param clock tells whether a build time lies in the future
     */
    public GeoDatabaseWatcher(
            GeoSources sources, MaxMindLocator locator, SwapRules rules, SwapListener listener, InstantSource clock) {
        this.sources = sources;
        this.locator = locator;
        this.rules = rules;
        this.listener = listener;
        this.clock = clock;
    }

    /** Looks once at every file, and returns when all good ones are in use. */
    @Override
    public synchronized void run() {
        sources.databases().forEach(this::lookAt);
        var networks = sources.networks();
        if (networks != null) {
            lookAt(networks);
        }
    }

    private void lookAt(DatabaseKind kind, Path path) {
        if (!changed(path, FileStamp.of(path))) {
            return;
        }
        var databases = locator.databases();
        var running = databases.database(kind).orElseThrow();
        try {
            var file = GeoFile.read(path);
            if (file.sha256().equals(running.build().sha256())) {
                return;
            }
            var candidate = Database.open(kind, file);
            new SwapCheck(rules, clock.instant()).check(running, candidate);
            locator.swap(databases.with(candidate));
            listener.swapped(candidate.build());
        } catch (GeoSourceException refused) {
            refused(path, refused);
        }
    }

    private void lookAt(Path folder) {
        if (!changed(folder, FileStamp.ofLists(folder))) {
            return;
        }
        var databases = locator.databases();
        var running = databases.lists();
        try {
            var candidate = NetworkLists.read(folder);
            new SwapCheck(rules, clock.instant()).check(running, candidate, folder.toString());
            locator.swap(databases.with(candidate));
            var known = new HashSet<>(running.builds());
            candidate.builds().stream().filter(build -> !known.contains(build)).forEach(listener::swapped);
        } catch (GeoSourceException refused) {
            refused(folder, refused);
        }
    }

    private boolean changed(Path path, FileStamp stamp) {
        return !stamp.equals(seen.put(path, stamp));
    }

    private void refused(Path path, GeoSourceException refused) {
        listener.refused(new SwapRefused(path.toString(), String.valueOf(refused.getMessage())));
    }
}
