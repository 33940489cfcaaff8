/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.WhenceConfig;
import io.whence.geo.DatabaseKind;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.GeoSources;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name geolocation sources, the same for every command that locates addresses. */
final class GeoOptions {

    @Option(
            names = "--city",
            paramLabel = "FILE",
            description = "City, Country or Enterprise database in MaxMind DB form. Without it the bundled GeoLite2 of"
                    + " 2019 answers, for demos only.")
    private @Nullable Path city;

    @Option(names = "--asn", paramLabel = "FILE", description = "ASN or ISP database.")
    private @Nullable Path asn;

    @Option(
            names = "--anonymous",
            paramLabel = "FILE",
            description = "Anonymous-IP, Anonymous-Plus or IP-Risk database.")
    private @Nullable Path anonymous;

    @Option(names = "--residential-proxy", paramLabel = "FILE", description = "Residential-Proxy database.")
    private @Nullable Path residentialProxy;

    @Option(names = "--connection-type", paramLabel = "FILE", description = "Connection-Type database.")
    private @Nullable Path connectionType;

    @Option(
            names = "--second",
            paramLabel = "FILE",
            description = "Second country database, from another publisher such as DB-IP.")
    private @Nullable Path second;

    @Option(
            names = "--networks",
            paramLabel = "DIR",
            description = "Folder of network lists. A word of each file name says what it lists: vpn, tor, proxy,"
                    + " residential, relay, icloud, sase, zscaler, edge, cloudflare, satellite, mobile, hosting,"
                    + " datacenter, cloud, geofeed, ...; as they are published: plain, CSV, MISP JSON, RFC 8805.")
    private @Nullable Path networks;

    /** The sources that the options name. */
    GeoSources sources() {
        var databases = new EnumMap<DatabaseKind, Path>(DatabaseKind.class);
        put(databases, DatabaseKind.CITY, city);
        put(databases, DatabaseKind.ASN, asn);
        put(databases, DatabaseKind.ANONYMOUS, anonymous);
        put(databases, DatabaseKind.RESIDENTIAL_PROXY, residentialProxy);
        put(databases, DatabaseKind.CONNECTION_TYPE, connectionType);
        put(databases, DatabaseKind.SECOND, second);
        return new GeoSources(databases, networks);
    }

    /** The same as settings of the application, by name. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        put(settings, WhenceConfig.CITY, city);
        put(settings, WhenceConfig.ASN, asn);
        put(settings, WhenceConfig.ANONYMOUS, anonymous);
        put(settings, WhenceConfig.RESIDENTIAL_PROXY, residentialProxy);
        put(settings, WhenceConfig.CONNECTION_TYPE, connectionType);
        put(settings, WhenceConfig.SECOND, second);
        put(settings, WhenceConfig.NETWORKS, networks);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Path file) {
        if (file != null) {
            settings.put(name, file.toString());
        }
    }

    /** Reads them all into memory. */
    GeoDatabases open() throws GeoSourceException {
        return GeoDatabases.open(sources());
    }

    private static void put(EnumMap<DatabaseKind, Path> databases, DatabaseKind kind, @Nullable Path file) {
        if (file != null) {
            databases.put(kind, file);
        }
    }
}
