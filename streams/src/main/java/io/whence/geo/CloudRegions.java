/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.Region;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which country the regions of clouds are; {@code cloud-regions.csv} has a source for each. */
final class CloudRegions {

    private static final String TABLE = "/io/whence/geo/cloud-regions.csv";
    private static final String HEADER = "provider";
    private static final Map<String, Region> COUNTRIES = read();

    private CloudRegions() {}

    /** The country of a region as its provider spells it; null when it is not in the table. */
    static @Nullable Region countryOf(String provider, String region) {
        return COUNTRIES.get(key(provider, region));
    }

    private static Map<String, Region> read() {
        Map<String, Region> countries = new HashMap<>();
        try {
            var text = new String(GeoFile.bundled(TABLE).content(), StandardCharsets.UTF_8);
            text.lines()
                    .map(CsvLine::of)
                    .filter(line -> !line.isBlank() && !line.first().equals(HEADER))
                    .forEach(line -> countries.put(key(line.first(), line.field(1)), new Region(line.field(2))));
        } catch (GeoSourceException incomplete) {
            throw new IllegalStateException(incomplete);
        }
        return Map.copyOf(countries);
    }

    private static String key(String provider, String region) {
        return (provider + '/' + region).toLowerCase(Locale.ROOT);
    }
}
