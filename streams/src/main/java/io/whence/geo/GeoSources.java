/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where geolocation comes from.
 *
 * @param databases MaxMind DB files by the part they play; without {@link DatabaseKind#CITY} the bundled GeoLite2 of
 *     2019 answers, which is for demos and tests only
 * @param networks folder of network lists, or null; the bundled table of well-known networks is always there
 */
public record GeoSources(
        Map<DatabaseKind, Path> databases, @Nullable Path networks) {

    /** How to credit the bundled databases wherever their answers are shown; their licence asks for it. */
    public static final String DEMO_ATTRIBUTION = "This product includes GeoLite2 data created by MaxMind, available"
            + " from https://www.maxmind.com (build of November 2019, CC BY-SA 4.0).";

    public GeoSources {
        databases = Map.copyOf(databases);
    }

    /** The bundled databases of 2019 and nothing else. */
    public static GeoSources bundled() {
        return new GeoSources(Map.of(), null);
    }

    /** Whether places come from the bundled databases of 2019, on which no notice may rest. */
    public boolean demo() {
        return !databases.containsKey(DatabaseKind.CITY);
    }
}
