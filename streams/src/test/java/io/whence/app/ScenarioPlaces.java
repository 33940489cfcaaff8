/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The geolocation that a scenario makes up: tables of places, of which the latest that has come into use answers. */
final class ScenarioPlaces implements OriginLocator {

    private static final List<String> COLUMNS = List.of("prefix", "region", "network", "asn", "operator", "second");

    private record Place(Cidr prefix, Origin origin) {}

    private record Table(DatabaseBuild build, List<Place> places) {}

    private final NavigableMap<Instant, Table> tables = new TreeMap<>();
    private volatile Table current =
            new Table(new DatabaseBuild("Scenario", Instant.EPOCH, "00".repeat(32)), List.of());

    /** Adds a table of places that comes into use at an instant. */
    void add(Path file, Instant from, Instant builtAt) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Map<String, String> row : CsvTable.read(file, COLUMNS)) {
            places.add(new Place(Cidr.parse(row.get("prefix")), origin(row)));
        }
        String sha256 = String.format(Locale.ROOT, "%064x", tables.size() + 1);
        tables.put(from, new Table(new DatabaseBuild("Scenario-City", builtAt, sha256), places));
    }

    private static Origin origin(Map<String, String> row) {
        String asn = row.get("asn");
        String second = row.get("second");
        return new Origin(
                new Region(row.get("region")),
                Unlocated.LOCATED,
                NetworkType.valueOf(row.getOrDefault("network", "unknown").toUpperCase(Locale.ROOT)),
                null,
                asn == null
                        ? null
                        : new AutonomousSystem(Long.parseLong(asn), row.getOrDefault("operator", "AS" + asn)),
                null,
                null,
                second == null ? null : new Region(second),
                null);
    }

    /** When tables come into use, in the order of time. */
    List<Instant> changes() {
        return List.copyOf(tables.keySet());
    }

    /** Lets the table of an instant answer. */
    void use(Instant from) {
        current = tables.get(from);
    }

    @Override
    public Origin locate(IpAddress address) {
        return current.places().stream()
                .filter(place -> place.prefix().contains(address))
                .map(Place::origin)
                .findFirst()
                .orElse(Origin.unlocated(Unlocated.NOT_IN_DATABASE));
    }

    @Override
    public List<DatabaseBuild> builds() {
        return List.of(current.build());
    }
}
