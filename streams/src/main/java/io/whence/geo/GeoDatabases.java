/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One consistent set of databases and network lists, all in memory; immutable, so a look-up never sees two builds. */
public final class GeoDatabases {

    private final Map<DatabaseKind, Database> databases;
    private final NetworkLists lists;
    private final boolean demo;
    private final List<DatabaseBuild> builds;

    private GeoDatabases(Map<DatabaseKind, Database> databases, NetworkLists lists, boolean demo) {
        this.databases = Collections.unmodifiableMap(new EnumMap<>(databases));
        this.lists = lists;
        this.demo = demo;
        var used = new ArrayList<DatabaseBuild>();
        this.databases.values().forEach(database -> used.add(database.build()));
        used.addAll(lists.builds());
        this.builds = List.copyOf(used);
    }

    /** Reads everything into memory, which takes as much heap as the files are large, and a second or so. */
    public static GeoDatabases open(GeoSources sources) throws GeoSourceException {
        var databases = new EnumMap<DatabaseKind, Database>(DatabaseKind.class);
        for (var source : sources.databases().entrySet()) {
            var database = Database.open(source.getKey(), GeoFile.read(source.getValue()));
            SwapCheck.check(database);
            databases.put(source.getKey(), database);
        }
        if (sources.demo()) {
            openBundled(DatabaseKind.CITY, "/GeoLite2-City.mmdb", databases);
            openBundled(DatabaseKind.ASN, "/GeoLite2-ASN.mmdb", databases);
        }
        var networks = sources.networks();
        var lists = networks == null ? NetworkLists.bundled() : NetworkLists.read(networks);
        return new GeoDatabases(databases, lists, sources.demo());
    }

    private static void openBundled(DatabaseKind kind, String resource, Map<DatabaseKind, Database> databases)
            throws GeoSourceException {
        if (!databases.containsKey(kind)) {
            databases.put(kind, Database.open(kind, GeoFile.bundled(resource)));
        }
    }

    /** Whether places come from the bundled databases of 2019, on which no notice may rest. */
    public boolean demo() {
        return demo;
    }

    /** The builds in use: databases in the order of their authority, the primary place first, then the lists. */
    public List<DatabaseBuild> builds() {
        return builds;
    }

    Optional<Database> database(DatabaseKind kind) {
        return Optional.ofNullable(databases.get(kind));
    }

    NetworkLists lists() {
        return lists;
    }

    GeoDatabases with(Database replacement) {
        var changed = new EnumMap<>(databases);
        changed.put(replacement.kind(), replacement);
        return new GeoDatabases(changed, lists, demo);
    }

    GeoDatabases with(NetworkLists replacement) {
        return new GeoDatabases(databases, replacement, demo);
    }

    /** Finds the record a database has for an address. */
    interface Finder {
        /** The record, or null when there is none, or no such database; throws anything on a damaged one. */
        <T> @Nullable T find(DatabaseKind kind, IpAddress address, Class<T> form) throws IOException;
    }

    /** Asks every source; throws anything when a database is damaged. */
    Answers ask(IpAddress address) throws IOException {
        return ask(address, this::find);
    }

    Answers ask(IpAddress address, Finder finder) throws IOException {
        var place = finder.find(DatabaseKind.CITY, address, Records.Place.class);
        var operator = finder.find(DatabaseKind.ASN, address, Records.Operator.class);
        var autonomousSystem = Answers.autonomousSystem(operator, place);
        return new Answers(
                place,
                operator,
                finder.find(DatabaseKind.ANONYMOUS, address, Records.Anonymizer.class),
                finder.find(DatabaseKind.RESIDENTIAL_PROXY, address, Records.ResidentialProxy.class),
                finder.find(DatabaseKind.CONNECTION_TYPE, address, Records.Connection.class),
                finder.find(DatabaseKind.SECOND, address, Records.Place.class),
                autonomousSystem,
                lists.claims(address, autonomousSystem));
    }

    private <T> @Nullable T find(DatabaseKind kind, IpAddress address, Class<T> form) throws IOException {
        var database = databases.get(kind);
        return database == null ? null : database.find(address, form);
    }

    /** The database type that answers for a part, for messages; the part's name when there is none. */
    String source(DatabaseKind kind) {
        var database = databases.get(kind);
        return database == null ? kind.name() : database.type();
    }
}
